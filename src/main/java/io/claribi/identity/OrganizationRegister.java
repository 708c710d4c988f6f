package io.claribi.identity;

import io.claribi.kernel.OrganizationId;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which organizations there are, as far as people belong to them: each has its Owner at least. */
@Component
public class OrganizationRegister {
    private final AccountStore store;

    OrganizationRegister(AccountStore store) {
        this.store = store;
    }

    /** The organizations, the oldest first, and how many may enter each. */
    @Transactional(readOnly = true)
    public Map<OrganizationId, Long> countMembers() {
        return store.countAffiliations();
    }
}
