package io.claribi.secrets;

import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
                        """).query(DataKeyStore::key).optional();
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

    boolean isEmpty() {
        return database.sql("""
                        SELECT NOT EXISTS (SELECT FROM secrets.data_key)
                        """).query((row, number) -> row.getBoolean(1)).single();
    }

    /** Those that only open, once nobody seals by them any more. */
    List<SealedDataKey> lockRetired() {
        return database.sql("""
                        SELECT id, sealed
                        FROM secrets.data_key
                        WHERE NOT current
                        ORDER BY id
                        FOR UPDATE
                        """).query(DataKeyStore::key).list();
    }

    /** Deletes those that nothing is sealed by, and tells how many they were. */
    int deleteUnused() {
        return database.sql("""
                        DELETE FROM secrets.data_key key
                        WHERE NOT current
                          AND NOT EXISTS (
                              SELECT
                              FROM secrets.organization_secret
                              WHERE data_key_id = key.id)
                        """).update();
    }

    void retire(UUID id) {
        database.sql("""
                        UPDATE secrets.data_key
                        SET current = false
                        WHERE id = :id
                        """).param("id", id).update();
    }

    private static SealedDataKey key(ResultSet row, int number) throws SQLException {
        return new SealedDataKey(row.getObject("id", UUID.class), Sealed.parse(row.getString("sealed")));
    }

    /** A data key as the database has it. */
    record SealedDataKey(UUID id, Sealed sealed) {}
}
