package io.claribi.identity;

import io.claribi.kernel.SessionId;
import io.claribi.tenancy.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class RefreshTokenStore {
    private final Database database;

    RefreshTokenStore(Database database) {
        this.database = database;
    }

    void insert(RefreshToken token, SessionId session, Instant issuedAt) {
        database.sql("""
                        INSERT INTO identity.refresh_token (token_hash, session_id, issued_at)
                        VALUES (:hash, :session, :issuedAt)
                        """)
                .param("hash", token.hash())
                .param("session", session.value())
                .param("issuedAt", Timestamp.from(issuedAt))
                .update();
    }

    Optional<TokenState> find(RefreshToken token) {
        return database.sql("""
                        SELECT spent_at
                        FROM identity.refresh_token
                        WHERE token_hash = :hash
                        """)
                .param("hash", token.hash())
                .query((row, number) -> new TokenState(
                        Optional.ofNullable(row.getTimestamp("spent_at")).map(Timestamp::toInstant)))
                .optional();
    }

    void spend(RefreshToken token, Instant at) {
        database.sql("""
                        UPDATE identity.refresh_token
                        SET spent_at = :at
                        WHERE token_hash = :hash
                        """)
                .param("at", Timestamp.from(at))
                .param("hash", token.hash())
                .update();
    }

    /** When a token was spent; empty while it is good. */
    record TokenState(Optional<Instant> spentAt) {
        boolean isSpent() {
            return spentAt.isPresent();
        }
    }
}
