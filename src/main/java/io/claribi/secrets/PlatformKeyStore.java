package io.claribi.secrets;

import io.claribi.tenancy.Database;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** The platform keys' ids in the database, and which server holds which. */
@Repository
class PlatformKeyStore {
    private final Database database;

    PlatformKeyStore(Database database) {
        this.database = database;
    }

    /** Keeps every other server, and command, from starting or choosing until the transaction ends. */
    void lock() {
        database.sql("""
                        LOCK TABLE secrets.node IN SHARE ROW EXCLUSIVE MODE
                        """).update();
    }

    /** Notes keys that no server has seen before; the order in which they are noted is their age. */
    void register(Collection<String> ids) {
        for (String id : ids) {
            database.sql("""
                            INSERT INTO secrets.platform_key (id)
                            SELECT :id
                            WHERE NOT EXISTS (SELECT FROM secrets.platform_key WHERE id = :id)
                              AND NOT EXISTS (SELECT FROM secrets.removed_key WHERE id = :id)
                            ON CONFLICT DO NOTHING
                            """).param("id", id).update();
        }
    }

    Optional<String> findNewest(Set<String> ids) {
        return database.sql("""
                        SELECT id
                        FROM secrets.platform_key
                        WHERE id = ANY(CAST(:ids AS text[]))
                        ORDER BY number DESC
                        LIMIT 1
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    /** The newest of these keys that every server alive holds. */
    Optional<String> findNewestHeldByAll(Set<String> ids) {
        return database.sql("""
                        SELECT id
                        FROM secrets.platform_key key
                        WHERE id = ANY(CAST(:ids AS text[]))
                          AND NOT EXISTS (
                              SELECT
                              FROM secrets.node
                              WHERE seen_at > now() - interval '30 seconds'
                                AND key.id <> ALL (key_ids))
                        ORDER BY number DESC
                        LIMIT 1
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    /** Says that a server is alive and which keys it holds. */
    void announce(UUID node, Set<String> ids) {
        database.sql("""
                        INSERT INTO secrets.node (id, key_ids, seen_at)
                        VALUES (:node, CAST(:ids AS text[]), now())
                        ON CONFLICT (id) DO UPDATE
                        SET key_ids = EXCLUDED.key_ids, seen_at = EXCLUDED.seen_at
                        """)
                .param("node", node)
                .param("ids", ids.toArray(String[]::new))
                .update();
        database.sql("""
                        DELETE FROM secrets.node
                        WHERE seen_at < now() - interval '1 hour'
                        """).update();
    }

    void leave(UUID node) {
        database.sql("""
                        DELETE FROM secrets.node
                        WHERE id = :node
                        """).param("node", node).update();
    }

    /** Keys that others alive hold and something is sealed by. */
    List<String> listUsedByOthers(UUID node) {
        return database.sql("""
                        SELECT DISTINCT key_id
                        FROM secrets.node, unnest(key_ids) AS key_id
                        WHERE id <> :node
                          AND seen_at > now() - interval '30 seconds'
                          AND (EXISTS (SELECT FROM secrets.organization_key WHERE platform_key_id = key_id)
                            OR EXISTS (SELECT FROM secrets.account_secret WHERE platform_key_id = key_id)
                            OR EXISTS (SELECT FROM secrets.server_secret WHERE platform_key_id = key_id))
                        """)
                .param("node", node)
                .query((row, number) -> row.getString("key_id"))
                .list();
    }

    long countServers() {
        return database.sql("""
                        SELECT count(*)
                        FROM secrets.node
                        WHERE seen_at > now() - interval '30 seconds'
                        """).query((row, number) -> row.getLong(1)).single();
    }

    long countServersWithout(String key) {
        return database.sql("""
                        SELECT count(*)
                        FROM secrets.node
                        WHERE seen_at > now() - interval '30 seconds'
                          AND :key <> ALL (key_ids)
                        """)
                .param("key", key)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** Forgets a key for good. Fails while anything refers to it, also what another transaction is about to seal. */
    void remove(String key) {
        database.sql("""
                        DELETE FROM secrets.platform_key
                        WHERE id = :key
                        """).param("key", key).update();
        database.sql("""
                        INSERT INTO secrets.removed_key (id)
                        VALUES (:key)
                        ON CONFLICT DO NOTHING
                        """).param("key", key).update();
    }

    /** What each key seals, oldest key first. */
    List<KeyUse> listUses() {
        return database.sql("""
                        SELECT id,
                            (SELECT count(DISTINCT organization_id) FROM secrets.organization_key
                             WHERE platform_key_id = key.id) AS organizations,
                            (SELECT count(*) FROM secrets.account_secret WHERE platform_key_id = key.id) AS account_secrets,
                            (SELECT count(*) FROM secrets.server_secret WHERE platform_key_id = key.id) AS server_secrets
                        FROM secrets.platform_key key
                        ORDER BY number
                        """)
                .query((row, number) -> new KeyUse(
                        row.getString("id"),
                        row.getLong("organizations"),
                        row.getLong("account_secrets"),
                        row.getLong("server_secrets")))
                .list();
    }
}
