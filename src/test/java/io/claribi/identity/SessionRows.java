package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the sessions of an account older than they are; before they are first used, or their node remembers better. */
@Component
public class SessionRows {
    private final Database database;

    SessionRows(Database database) {
        this.database = database;
    }

    @Transactional
    public void confirmedAgo(AccountId account, Duration time) {
        database.sql("""
                        UPDATE identity.session
                        SET confirmed_at = now() - :seconds * interval '1 second'
                        WHERE account_id = :account
                        """)
                .param("seconds", time.toSeconds())
                .param("account", account.value())
                .update();
    }

    @Transactional
    public void usedAgo(AccountId account, Duration time) {
        database.sql("""
                        UPDATE identity.session
                        SET last_used_at = now() - :seconds * interval '1 second'
                        WHERE account_id = :account
                        """)
                .param("seconds", time.toSeconds())
                .param("account", account.value())
                .update();
    }

    @Transactional
    public void begunAgo(AccountId account, Duration time) {
        database.sql("""
                        UPDATE identity.session
                        SET created_at = now() - :seconds * interval '1 second'
                        WHERE account_id = :account
                        """)
                .param("seconds", time.toSeconds())
                .param("account", account.value())
                .update();
    }
}
