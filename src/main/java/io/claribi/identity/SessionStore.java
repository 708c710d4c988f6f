package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.SessionId;
import io.claribi.kernel.WorkContext;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
                            last_used_at, confirmed_at, expires_at, ip, user_agent)
                        VALUES (:id, :account, :organization, :createdAt, :createdAt,
                            :lastUsedAt, :confirmedAt, :expiresAt, CAST(:ip AS inet), :userAgent)
                        """)
                .param("id", session.id().value())
                .param("account", session.account().value())
                .param("organization", session.organization().value())
                .param("createdAt", Timestamp.from(session.createdAt()))
                .param("lastUsedAt", Timestamp.from(session.lastUsedAt()))
                .param("confirmedAt", Timestamp.from(session.confirmedAt()))
                .param("expiresAt", Timestamp.from(session.expiresAt()))
                .param("ip", from.ip().orElse(null))
                .param("userAgent", from.userAgent().orElse(null))
                .update();
        enter(session.account(), session.organization(), session.createdAt());
    }

    void move(SessionId id, OrganizationId organization, Instant at) {
        UUID account = database.sql("""
                        UPDATE identity.session
                        SET organization_id = :organization
                        WHERE id = :id
                        RETURNING account_id
                        """)
                .param("organization", organization.value())
                .param("id", id.value())
                .query(UUID.class)
                .single();
        enter(new AccountId(account), organization, at);
    }

    /** Notes where the account is at work, which is where the next log-in goes. */
    void enter(AccountId account, OrganizationId organization, Instant at) {
        database.sql("""
                        UPDATE identity.affiliation
                        SET last_used_at = :at
                        WHERE account_id = :account AND organization_id = :organization
                        """)
                .param("at", Timestamp.from(at))
                .param("account", account.value())
                .param("organization", organization.value())
                .update();
    }

    /** The session, unless it was ended. */
    Optional<Session> find(SessionId id) {
        return database.sql("""
                        SELECT s.id, s.account_id, s.organization_id, s.created_at, s.last_used_at, s.confirmed_at,
                            s.expires_at, a.idle_timeout_minutes
                        FROM identity.session s
                        JOIN identity.account a ON a.id = s.account_id
                        WHERE s.id = :id AND s.ended_at IS NULL
                        """)
                .param("id", id.value())
                .query(SessionStore::session)
                .optional();
    }

    /** The session as above, and nobody else's until the transaction ends. */
    Optional<Session> findForUpdate(SessionId id) {
        return database.sql("""
                        SELECT s.id, s.account_id, s.organization_id, s.created_at, s.last_used_at, s.confirmed_at,
                            s.expires_at, a.idle_timeout_minutes
                        FROM identity.session s
                        JOIN identity.account a ON a.id = s.account_id
                        WHERE s.id = :id AND s.ended_at IS NULL
                        FOR UPDATE OF s
                        """)
                .param("id", id.value())
                .query(SessionStore::session)
                .optional();
    }

    Optional<Session> findByToken(RefreshToken token) {
        return database.sql("""
                        SELECT s.id, s.account_id, s.organization_id, s.created_at, s.last_used_at, s.confirmed_at,
                            s.expires_at, a.idle_timeout_minutes
                        FROM identity.refresh_token t
                        JOIN identity.session s ON s.id = t.session_id
                        JOIN identity.account a ON a.id = s.account_id
                        WHERE t.token_hash = :hash AND s.ended_at IS NULL
                        """)
                .param("hash", token.hash())
                .query(SessionStore::session)
                .optional();
    }

    /** The account's sessions that were not ended, the latest used first. */
    List<OpenSession> listOpen(AccountId account) {
        return database.sql("""
                        SELECT s.id, s.account_id, s.organization_id, s.created_at, s.last_used_at, s.confirmed_at,
                            s.expires_at, a.idle_timeout_minutes, host(s.ip) AS address, s.user_agent
                        FROM identity.session s
                        JOIN identity.account a ON a.id = s.account_id
                        WHERE s.account_id = :account AND s.ended_at IS NULL
                        ORDER BY s.last_used_at DESC, s.id DESC
                        """)
                .param("account", account.value())
                .query((row, number) ->
                        new OpenSession(session(row, number), row.getString("address"), row.getString("user_agent")))
                .list();
    }

    /** @param attended whether a person's doing was the reason, which makes it a use of the session */
    void refreshed(SessionId id, Instant at, boolean attended) {
        database.sql("""
                        UPDATE identity.session
                        SET refreshed_at = :at,
                            last_used_at = CASE WHEN :attended THEN greatest(last_used_at, :at) ELSE last_used_at END
                        WHERE id = :id
                        """)
                .param("at", Timestamp.from(at))
                .param("attended", attended)
                .param("id", id.value())
                .update();
    }

    /** Writes that a person did something in the session, unless later use is known. */
    void used(SessionId id, Instant at) {
        database.sql("""
                        UPDATE identity.session
                        SET last_used_at = :at
                        WHERE id = :id AND ended_at IS NULL AND last_used_at < :at
                        """)
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    void confirmed(SessionId id, Instant at) {
        database.sql("""
                        UPDATE identity.session
                        SET confirmed_at = :at
                        WHERE id = :id
                        """)
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    /**
     * Ends a session.
     *
     * @param by whoever did, if anybody
     * @return whether it was not over before
     */
    boolean end(SessionId id, Instant at, SessionEnd reason, @Nullable AccountId by) {
        return database.sql("""
                        UPDATE identity.session
                        SET ended_at = :at, end_reason = :reason, ended_by = :by
                        WHERE id = :id AND ended_at IS NULL
                        """)
                        .param("at", Timestamp.from(at))
                        .param("reason", reason.wireName())
                        .param("by", by == null ? null : by.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    Optional<Ended> findEnded(SessionId id) {
        return database.sql("""
                        SELECT organization_id, account_id, end_reason, ended_by
                        FROM identity.session
                        WHERE id = :id AND ended_at IS NOT NULL
                        """)
                .param("id", id.value())
                .query((row, number) -> new Ended(
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        new SessionRevoked(
                                id,
                                new AccountId(row.getObject("account_id", UUID.class)),
                                SessionEnd.ofWireName(row.getString("end_reason")),
                                account(row.getObject("ended_by", UUID.class)))))
                .optional();
    }

    private static @Nullable AccountId account(@Nullable UUID id) {
        return id == null ? null : new AccountId(id);
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
                row.getTimestamp("last_used_at").toInstant(),
                row.getTimestamp("confirmed_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                minutes(row.getObject("idle_timeout_minutes", Integer.class)));
    }

    private static @Nullable Duration minutes(@Nullable Integer number) {
        return number == null ? null : Duration.ofMinutes(number);
    }

    /** Where a session was when it was ended, and what its trail is to be told. */
    record Ended(OrganizationId organization, SessionRevoked event) {}
}
