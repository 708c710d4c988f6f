package io.claribi.identity.mail;

import io.claribi.identity.EmailAddress;
import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Addresses that accounts want to have, until they are confirmed or a day is over. */
@Repository
public class EmailChangeStore {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;

    EmailChangeStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void put(AccountId account, EmailAddress email) {
        database.sql("""
                        INSERT INTO identity.email_change (account_id, email, requested_at)
                        VALUES (:account, :email, :now)
                        ON CONFLICT (account_id) DO UPDATE
                        SET email = excluded.email, requested_at = excluded.requested_at
                        """)
                .param("account", account.value())
                .param("email", email.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The address that the account wants to have. */
    public Optional<EmailAddress> find(AccountId account) {
        return database.sql("""
                        SELECT email
                        FROM identity.email_change
                        WHERE account_id = :account AND requested_at > :oldest
                        """)
                .param("account", account.value())
                .param("oldest", oldest())
                .query(String.class)
                .optional()
                .map(EmailAddress::new);
    }

    /** The account that asked last for an address. */
    Optional<AccountId> findLatest(EmailAddress email) {
        return database.sql("""
                        SELECT account_id
                        FROM identity.email_change
                        WHERE lower(email) = lower(:email) AND requested_at > :oldest
                        ORDER BY requested_at DESC
                        LIMIT 1
                        """)
                .param("email", email.value())
                .param("oldest", oldest())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    public void delete(AccountId account) {
        database.sql("""
                        DELETE FROM identity.email_change
                        WHERE account_id = :account
                        """).param("account", account.value()).update();
    }

    void deleteOld() {
        database.sql("""
                        DELETE FROM identity.email_change
                        WHERE requested_at <= :oldest
                        """).param("oldest", oldest()).update();
    }

    private Timestamp oldest() {
        return Timestamp.from(clock.instant().minus(KEPT));
    }
}
