package io.claribi.egress;

import io.claribi.tenancy.Database;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the queue of mails holds, for tests. */
@Component
class MailRows {
    private final Database database;
    private final TransactionTemplate transaction;

    MailRows(Database database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** What has become of the mail to an address, with its attempts and the last reply. */
    Optional<String> fate(String recipient) {
        return transaction.execute(status -> database.sql("""
                        SELECT status || ' after ' || attempts || coalesce(': ' || reply, '')
                        FROM egress.mail
                        WHERE recipient = :recipient
                        ORDER BY ordered_at
                        LIMIT 1
                        """)
                .param("recipient", recipient)
                .query(String.class)
                .optional());
    }

    /** Everything that is known of the mails to an address. */
    String all(String recipient) {
        return transaction.execute(status -> database.sql("""
                        SELECT coalesce(string_agg(mail::text, ' '), '')
                        FROM egress.mail
                        WHERE recipient = :recipient
                        """)
                .param("recipient", recipient)
                .query(String.class)
                .single());
    }
}
