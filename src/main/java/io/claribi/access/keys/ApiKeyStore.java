package io.claribi.access.keys;

import io.claribi.access.keys.ApiKey.KeyUse;
import io.claribi.identity.Account;
import io.claribi.identity.EmailAddress;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.Permission;
import io.claribi.tenancy.Database;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ApiKeyStore {
    private static final String SELECT = """
            SELECT k.id, k.name, k.description, k.public_id, k.scopes, k.created_at, k.expires_at,
                k.last_used_at, k.requests, a.id AS account_id, a.email, a.first_name, a.last_name,
                a.email_verified_at IS NOT NULL AS email_verified
            FROM access.api_key k
            JOIN identity.account a ON a.id = k.account_id
            """;

    private final Database database;

    ApiKeyStore(Database database) {
        this.database = database;
    }

    void insert(ApiKey key, KeyText text) {
        Set<Permission> scopes = key.scopes();
        database.sql("""
                        INSERT INTO access.api_key (id, account_id, name, description, public_id, key_hash, scopes,
                            created_at, expires_at)
                        VALUES (:id, :account, :name, :description, :publicId, :hash, :scopes,
                            :createdAt, :expiresAt)
                        """)
                .param("id", key.id().value())
                .param("account", key.creator().id().value())
                .param("name", key.name())
                .param("description", key.description())
                .param("publicId", text.publicId())
                .param("hash", text.hash())
                .param(
                        "scopes",
                        scopes == null
                                ? null
                                : scopes.stream().map(Permission::wireName).toArray(String[]::new))
                .param("createdAt", Timestamp.from(key.createdAt()))
                .param("expiresAt", timestamp(key.expiresAt()))
                .update();
    }

    /** Also those that have expired. */
    long count(AccountId account) {
        return database.sql("""
                        SELECT count(*)
                        FROM access.api_key
                        WHERE account_id = :account
                        """)
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    /** The key as requests are judged by it, with what it is compared to. */
    Optional<Kept> findKept(ApiKeyId id, OrganizationId organization) {
        return database.sql("""
                        SELECT account_id, name, key_hash, scopes, expires_at
                        FROM access.api_key
                        WHERE id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> new Kept(
                        new PresentKey(
                                id,
                                row.getString("name"),
                                organization,
                                new AccountId(row.getObject("account_id", UUID.class)),
                                scopes(row.getArray("scopes")),
                                instant(row.getTimestamp("expires_at"))),
                        row.getBytes("key_hash")))
                .optional();
    }

    Optional<ApiKey> find(ApiKeyId id) {
        return database.sql(SELECT + """
                        WHERE k.id = :id
                        """)
                .param("id", id.value())
                .query(ApiKeyStore::key)
                .optional();
    }

    /**
     * Newest first, from the one before {@code before} on.
     *
     * @param creator whose; absent, everybody's
     */
    List<ApiKey> list(@Nullable AccountId creator, @Nullable UUID before, int limit) {
        return database.sql(SELECT + """
                        WHERE (CAST(:creator AS uuid) IS NULL OR k.account_id = CAST(:creator AS uuid))
                          AND (CAST(:before AS uuid) IS NULL OR k.id < CAST(:before AS uuid))
                        ORDER BY k.id DESC
                        LIMIT :limit
                        """)
                .param("creator", creator == null ? null : creator.value())
                .param("before", before)
                .param("limit", limit)
                .query(ApiKeyStore::key)
                .list();
    }

    /** @return whether it was there */
    boolean delete(ApiKeyId id) {
        return database.sql("""
                        DELETE FROM access.api_key
                        WHERE id = :id
                        """).param("id", id.value()).update() == 1;
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                new ApiKeyId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("description"),
                KeyText.START + row.getString("public_id"),
                new Account(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new EmailAddress(row.getString("email")),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getBoolean("email_verified")),
                scopes(row.getArray("scopes")),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("expires_at")),
                new KeyUse(instant(row.getTimestamp("last_used_at")), row.getLong("requests")));
    }

    /** What is no permission any more gives nothing. */
    private static @Nullable Set<Permission> scopes(@Nullable Array names) throws SQLException {
        return names == null
                ? null
                : Arrays.stream((String[]) names.getArray())
                        .flatMap(name -> Permission.find(name).stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    /** A key, and the SHA-256 of its text. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by MessageDigest.isEqual alone.
    record Kept(PresentKey key, byte[] hash) {}
}
