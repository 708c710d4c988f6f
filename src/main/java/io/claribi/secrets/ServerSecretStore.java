package io.claribi.secrets;

import io.claribi.tenancy.Database;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class ServerSecretStore {
    private final Database database;

    ServerSecretStore(Database database) {
        this.database = database;
    }

    /** Keeps every other server from making the same secret until the transaction ends. */
    void lock(String name) {
        database.sql("""
                        SELECT pg_advisory_xact_lock(hashtextextended('secrets.server_secret ' || :name, 0))
                        """).param("name", name).query((row, number) -> name).single();
    }

    void insert(String name, SealedServerSecret sealed) {
        database.sql("""
                        INSERT INTO secrets.server_secret (name, id, sealed)
                        VALUES (:name, :id, :sealed)
                        """)
                .param("name", name)
                .param("id", sealed.id())
                .param("sealed", sealed.secret().text())
                .update();
    }

    /** Newest first. */
    List<SealedServerSecret> list(String name) {
        return database.sql("""
                        SELECT id, sealed
                        FROM secrets.server_secret
                        WHERE name = :name
                        ORDER BY id DESC
                        """)
                .param("name", name)
                .query((row, number) ->
                        new SealedServerSecret(row.getObject("id", UUID.class), Sealed.parse(row.getString("sealed"))))
                .list();
    }

    /** Those that these keys sealed, and nobody else's until the transaction ends. */
    List<NamedServerSecret> listSealedBy(Set<String> keys) {
        return database.sql("""
                        SELECT name, id, sealed
                        FROM secrets.server_secret
                        WHERE platform_key_id = ANY (CAST(:keys AS text[]))
                        ORDER BY name, id
                        FOR UPDATE
                        """)
                .param("keys", keys.toArray(String[]::new))
                .query((row, number) -> new NamedServerSecret(
                        row.getString("name"),
                        new SealedServerSecret(row.getObject("id", UUID.class), Sealed.parse(row.getString("sealed")))))
                .list();
    }

    void update(NamedServerSecret row) {
        database.sql("""
                        UPDATE secrets.server_secret
                        SET sealed = :sealed
                        WHERE name = :name
                          AND id = :id
                        """)
                .param("sealed", row.sealed().secret().text())
                .param("name", row.name())
                .param("id", row.sealed().id())
                .update();
    }

    void delete(String name) {
        database.sql("""
                        DELETE FROM secrets.server_secret
                        WHERE name = :name
                        """).param("name", name).update();
    }

    record SealedServerSecret(UUID id, Sealed secret) {}

    record NamedServerSecret(String name, SealedServerSecret sealed) {
        Place place() {
            return Place.ofServer(sealed.id(), name);
        }

        NamedServerSecret with(Sealed other) {
            return new NamedServerSecret(name, new SealedServerSecret(sealed.id(), other));
        }
    }
}
