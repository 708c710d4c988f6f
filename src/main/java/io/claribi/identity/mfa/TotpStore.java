package io.claribi.identity.mfa;

import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class TotpStore {
    private final Database database;

    TotpStore(Database database) {
        this.database = database;
    }

    Set<AccountId> enrolledAmong(Collection<AccountId> accounts) {
        return Set.copyOf(database.sql("""
                        SELECT DISTINCT account_id
                        FROM identity.totp
                        WHERE account_id IN (:accounts) AND enabled_at IS NOT NULL
                        """)
                .param("accounts", accounts.stream().map(AccountId::value).toList())
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .list());
    }

    /** Begins an enrolment, in place of one that was begun and not finished; not if one was finished. */
    boolean begin(AccountId account, Instant now) {
        return database.sql("""
                        INSERT INTO identity.totp AS t (account_id, begun_at)
                        VALUES (:account, :now)
                        ON CONFLICT (account_id) DO UPDATE
                        SET begun_at = excluded.begun_at
                        WHERE t.enabled_at IS NULL
                        """)
                        .param("account", account.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean isBegun(AccountId account, Instant since) {
        return database.sql("""
                        SELECT EXISTS (
                            SELECT
                            FROM identity.totp
                            WHERE account_id = :account AND enabled_at IS NULL AND begun_at >= :since)
                        """)
                .param("account", account.value())
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    boolean enable(AccountId account, Instant now, long step) {
        return database.sql("""
                        UPDATE identity.totp
                        SET enabled_at = :now, accepted_step = :step
                        WHERE account_id = :account AND enabled_at IS NULL
                        """)
                        .param("now", Timestamp.from(now))
                        .param("step", step)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    Optional<Instant> findEnabledAt(AccountId account) {
        return database.sql("""
                        SELECT enabled_at
                        FROM identity.totp
                        WHERE account_id = :account AND enabled_at IS NOT NULL
                        """)
                .param("account", account.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Accepts the code of a step, if none of it or of a later one was: of two at the same instant one is. */
    boolean accept(AccountId account, long step) {
        return database.sql("""
                        UPDATE identity.totp
                        SET accepted_step = :step
                        WHERE account_id = :account AND accepted_step < :step
                        """)
                        .param("step", step)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    void delete(AccountId account) {
        database.sql("""
                        DELETE FROM identity.totp
                        WHERE account_id = :account
                        """).param("account", account.value()).update();
    }
}
