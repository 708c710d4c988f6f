package io.claribi.secrets;

import io.claribi.tenancy.Database;
import java.util.List;
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

    void delete(String name) {
        database.sql("""
                        DELETE FROM secrets.server_secret
                        WHERE name = :name
                        """).param("name", name).update();
    }

    record SealedServerSecret(UUID id, Sealed secret) {}
}
