package io.claribi.secrets;

import io.claribi.tenancy.Database;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** The bound organization's data keys, as they are sealed. */
@Repository
class DataKeyStore {
    private final Database database;

    DataKeyStore(Database database) {
        this.database = database;
    }

    /** The current one, kept from being deleted until the transaction ends. */
    Optional<SealedDataKey> findCurrent() {
        return database.sql("""
                        SELECT id, sealed
                        FROM secrets.data_key
                        WHERE current
                        FOR KEY SHARE
                        """)
                .query((row, number) ->
                        new SealedDataKey(row.getObject("id", UUID.class), Sealed.parse(row.getString("sealed"))))
                .optional();
    }

    /** Whether it is the current one now: not if another transaction made one meanwhile. */
    boolean insertCurrent(SealedDataKey key) {
        return database.sql("""
                        INSERT INTO secrets.data_key (id, sealed, current)
                        VALUES (:id, :sealed, true)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", key.id())
                        .param("sealed", key.sealed().text())
                        .update()
                == 1;
    }

    void retire(UUID id) {
        database.sql("""
                        UPDATE secrets.data_key
                        SET current = false
                        WHERE id = :id
                        """).param("id", id).update();
    }

    /** A data key as the database has it. */
    record SealedDataKey(UUID id, Sealed sealed) {}
}
