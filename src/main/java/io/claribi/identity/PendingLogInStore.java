package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class PendingLogInStore {
    private final Database database;

    PendingLogInStore(Database database) {
        this.database = database;
    }

    void insert(byte[] tokenHash, AccountId account, byte[] client, Instant expiresAt) {
        database.sql("""
                        INSERT INTO identity.pending_log_in (token_hash, account_id, client, expires_at)
                        VALUES (:tokenHash, :account, :client, :expiresAt)
                        """)
                .param("tokenHash", tokenHash)
                .param("account", account.value())
                .param("client", client)
                .param("expiresAt", Timestamp.from(expiresAt))
                .update();
    }

    /** Counts a try; empty if this client has none left. */
    Optional<AccountId> countTry(byte[] tokenHash, byte[] client, int most, Instant now) {
        return database.sql("""
                        UPDATE identity.pending_log_in
                        SET tries = tries + 1
                        WHERE token_hash = :tokenHash AND client = :client AND tries < :most AND expires_at > :now
                        RETURNING account_id
                        """)
                .param("tokenHash", tokenHash)
                .param("client", client)
                .param("most", most)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    Optional<AccountId> find(byte[] tokenHash, byte[] client, int most, Instant now) {
        return database.sql("""
                        SELECT account_id
                        FROM identity.pending_log_in
                        WHERE token_hash = :tokenHash AND client = :client AND tries < :most AND expires_at > :now
                        """)
                .param("tokenHash", tokenHash)
                .param("client", client)
                .param("most", most)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** Whether it was there: of two that end it, one did. */
    boolean delete(byte[] tokenHash) {
        return database.sql("""
                        DELETE FROM identity.pending_log_in
                        WHERE token_hash = :tokenHash
                        """).param("tokenHash", tokenHash).update() == 1;
    }

    void deleteAll(AccountId account) {
        database.sql("""
                        DELETE FROM identity.pending_log_in
                        WHERE account_id = :account
                        """).param("account", account.value()).update();
    }

    int deleteOver(Instant now) {
        return database.sql("""
                        DELETE FROM identity.pending_log_in
                        WHERE expires_at <= :now
                        """).param("now", Timestamp.from(now)).update();
    }
}
