package io.claribi.audit;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody did in the current organization, as its trail has it. */
@Component
public class Activity {
    private final AuditStore store;

    Activity(AuditStore store) {
        this.store = store;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<AuditRecord> list(AccountId account, @Nullable UUID before, int pageSize) {
        return Page.of(store.list(account, before, pageSize + 1), pageSize, AuditRecord::id);
    }
}
