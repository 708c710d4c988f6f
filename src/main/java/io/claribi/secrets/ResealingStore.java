package io.claribi.secrets;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What a new platform key has to seal anew, and how far that is. */
@Repository
class ResealingStore {
    private final Database database;

    ResealingStore(Database database) {
        this.database = database;
    }

    /** Whether this transaction is the one at work: two servers would do everything twice. */
    boolean tryLock() {
        return database.sql("""
                        SELECT pg_try_advisory_xact_lock(hashtextextended('secrets.resealing', 0))
                        """).query((row, number) -> row.getBoolean(1)).single();
    }

    boolean isAnythingSealedBy(Set<String> keys) {
        return by(keys, database.sql("""
                        SELECT EXISTS (SELECT FROM secrets.organization_key
                                       WHERE platform_key_id = ANY (CAST(:keys AS text[])))
                            OR EXISTS (SELECT FROM secrets.account_secret
                                       WHERE platform_key_id = ANY (CAST(:keys AS text[])))
                            OR EXISTS (SELECT FROM secrets.server_secret
                                       WHERE platform_key_id = ANY (CAST(:keys AS text[])))
                        """))
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** The next organizations with a data key sealed by one of these keys. */
    List<OrganizationId> listOrganizations(Set<String> keys, UUID after, int limit) {
        return by(keys, database.sql("""
                        SELECT DISTINCT organization_id
                        FROM secrets.organization_key
                        WHERE platform_key_id = ANY (CAST(:keys AS text[]))
                          AND organization_id > :after
                        ORDER BY organization_id
                        LIMIT :limit
                        """))
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new OrganizationId(row.getObject("organization_id", UUID.class)))
                .list();
    }

    /** Notes what is to be done, unless it is under way already. */
    void begin(String key, Set<String> others) {
        by(others, database.sql("""
                        INSERT INTO secrets.resealing AS before
                            (platform_key_id, began_at, organizations, account_secrets, server_secrets)
                        SELECT :key, now(),
                            (SELECT count(DISTINCT organization_id) FROM secrets.organization_key
                             WHERE platform_key_id = ANY (CAST(:keys AS text[]))),
                            (SELECT count(*) FROM secrets.account_secret
                             WHERE platform_key_id = ANY (CAST(:keys AS text[]))),
                            (SELECT count(*) FROM secrets.server_secret
                             WHERE platform_key_id = ANY (CAST(:keys AS text[])))
                        ON CONFLICT (platform_key_id) DO UPDATE
                        SET began_at = EXCLUDED.began_at,
                            finished_at = NULL,
                            organizations = EXCLUDED.organizations,
                            account_secrets = EXCLUDED.account_secrets,
                            server_secrets = EXCLUDED.server_secrets,
                            organizations_done = 0,
                            organization_secrets_done = 0,
                            account_secrets_done = 0,
                            server_secrets_done = 0
                        WHERE before.finished_at IS NOT NULL
                        """)).param("key", key).update();
    }

    void add(String key, Resealed done) {
        database.sql("""
                        UPDATE secrets.resealing
                        SET organizations_done = organizations_done + :organizations,
                            organization_secrets_done = organization_secrets_done + :organizationSecrets,
                            account_secrets_done = account_secrets_done + :accountSecrets,
                            server_secrets_done = server_secrets_done + :serverSecrets
                        WHERE platform_key_id = :key
                        """)
                .param("organizations", done.organizations())
                .param("organizationSecrets", done.organizationSecrets())
                .param("accountSecrets", done.accountSecrets())
                .param("serverSecrets", done.serverSecrets())
                .param("key", key)
                .update();
    }

    void finish(String key) {
        database.sql("""
                        UPDATE secrets.resealing
                        SET finished_at = now()
                        WHERE platform_key_id = :key
                        """).param("key", key).update();
    }

    Optional<ResealingProgress> find(String key) {
        return database.sql("""
                        SELECT began_at, finished_at, organizations, account_secrets, server_secrets,
                            organizations_done, organization_secrets_done, account_secrets_done, server_secrets_done
                        FROM secrets.resealing
                        WHERE platform_key_id = :key
                        """)
                .param("key", key)
                .query(ResealingStore::progress)
                .optional();
    }

    private static ResealingProgress progress(ResultSet row, int number) throws SQLException {
        var finishedAt = row.getTimestamp("finished_at");
        return new ResealingProgress(
                row.getTimestamp("began_at").toInstant(),
                finishedAt == null ? null : finishedAt.toInstant(),
                row.getLong("organizations"),
                row.getLong("organizations_done"),
                row.getLong("organization_secrets_done"),
                row.getLong("account_secrets"),
                row.getLong("account_secrets_done"),
                row.getLong("server_secrets"),
                row.getLong("server_secrets_done"));
    }

    private static StatementSpec by(Set<String> keys, StatementSpec statement) {
        return statement.param("keys", keys.toArray(String[]::new));
    }
}
