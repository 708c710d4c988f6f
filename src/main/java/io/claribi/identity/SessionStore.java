package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.SessionId;
import io.claribi.kernel.WorkContext;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class SessionStore {
    private final Database database;

    SessionStore(Database database) {
        this.database = database;
    }

    void insert(Session session, WorkContext from) {
        database.sql("""
                        INSERT INTO identity.session (id, account_id, organization_id, created_at, refreshed_at,
                            expires_at, ip, user_agent)
                        VALUES (:id, :account, :organization, :createdAt, :refreshedAt,
                            :expiresAt, CAST(:ip AS inet), :userAgent)
                        """)
                .param("id", session.id().value())
                .param("account", session.account().value())
                .param("organization", session.organization().value())
                .param("createdAt", Timestamp.from(session.createdAt()))
                .param("refreshedAt", Timestamp.from(session.refreshedAt()))
                .param("expiresAt", Timestamp.from(session.expiresAt()))
                .param("ip", from.ip().orElse(null))
                .param("userAgent", from.userAgent().orElse(null))
                .update();
        database.sql("""
                        UPDATE identity.affiliation
                        SET last_used_at = :at
                        WHERE account_id = :account AND organization_id = :organization
                        """)
                .param("at", Timestamp.from(session.createdAt()))
                .param("account", session.account().value())
                .param("organization", session.organization().value())
                .update();
    }

    /** The session, unless it was ended. */
    Optional<Session> find(SessionId id) {
        return database.sql("""
                        SELECT id, account_id, organization_id, created_at, refreshed_at, expires_at
                        FROM identity.session
                        WHERE id = :id AND ended_at IS NULL
                        """)
                .param("id", id.value())
                .query(SessionStore::session)
                .optional();
    }

    /** The session as above, and nobody else's until the transaction ends. */
    Optional<Session> findForUpdate(SessionId id) {
        return database.sql("""
                        SELECT id, account_id, organization_id, created_at, refreshed_at, expires_at
                        FROM identity.session
                        WHERE id = :id AND ended_at IS NULL
                        FOR UPDATE
                        """)
                .param("id", id.value())
                .query(SessionStore::session)
                .optional();
    }

    Optional<Session> findByToken(RefreshToken token) {
        return database.sql("""
                        SELECT s.id, s.account_id, s.organization_id, s.created_at, s.refreshed_at, s.expires_at
                        FROM identity.refresh_token t
                        JOIN identity.session s ON s.id = t.session_id
                        WHERE t.token_hash = :hash AND s.ended_at IS NULL
                        """)
                .param("hash", token.hash())
                .query(SessionStore::session)
                .optional();
    }

    void refreshed(SessionId id, Instant at) {
        database.sql("""
                        UPDATE identity.session
                        SET refreshed_at = :at
                        WHERE id = :id
                        """)
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    /** Whether it was not over before. */
    boolean end(SessionId id, Instant at, String reason) {
        return database.sql("""
                        UPDATE identity.session
                        SET ended_at = :at, end_reason = :reason
                        WHERE id = :id AND ended_at IS NULL
                        """)
                        .param("at", Timestamp.from(at))
                        .param("reason", reason)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void insertToken(RefreshToken token, SessionId session, Instant issuedAt) {
        database.sql("""
                        INSERT INTO identity.refresh_token (token_hash, session_id, issued_at)
                        VALUES (:hash, :session, :issuedAt)
                        """)
                .param("hash", token.hash())
                .param("session", session.value())
                .param("issuedAt", Timestamp.from(issuedAt))
                .update();
    }

    Optional<TokenState> findToken(RefreshToken token) {
        return database.sql("""
                        SELECT spent_at
                        FROM identity.refresh_token
                        WHERE token_hash = :hash
                        """)
                .param("hash", token.hash())
                .query((row, number) -> new TokenState(instant(row, "spent_at")))
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

    /** Forgets sessions that were over before the given moment, their tokens with them. */
    int deleteOver(Instant before) {
        return database.sql("""
                        DELETE FROM identity.session
                        WHERE expires_at < :before OR ended_at < :before
                        """).param("before", Timestamp.from(before)).update();
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        return new Session(
                new SessionId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("refreshed_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    /** When a token was spent; empty while it is good. */
    record TokenState(Optional<Instant> spentAt) {
        boolean isSpent() {
            return spentAt.isPresent();
        }
    }
}
