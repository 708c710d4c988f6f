package io.claribi.secrets;

import io.claribi.secrets.DataKeyStore.SealedDataKey;
import io.claribi.tenancy.Database;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class OrganizationSecretStore {
    private final Database database;

    OrganizationSecretStore(Database database) {
        this.database = database;
    }

    void put(UUID record, String field, Sealed sealed) {
        database.sql("""
                        INSERT INTO secrets.organization_secret (record_id, field, sealed)
                        VALUES (:record, :field, :sealed)
                        ON CONFLICT (organization_id, record_id, field) DO UPDATE
                        SET sealed = EXCLUDED.sealed
                        """)
                .param("record", record)
                .param("field", field)
                .param("sealed", sealed.text())
                .update();
    }

    /** The secret with its key, as they were at one moment. */
    Optional<SealedSecret> find(UUID record, String field) {
        return database.sql("""
                        SELECT secret.sealed, key.id AS key_id, key.sealed AS sealed_key
                        FROM secrets.organization_secret secret
                        JOIN secrets.data_key key ON key.id = secret.data_key_id
                        WHERE secret.record_id = :record
                          AND secret.field = :field
                        """)
                .param("record", record)
                .param("field", field)
                .query((row, number) -> new SealedSecret(
                        Sealed.parse(row.getString("sealed")),
                        new SealedDataKey(
                                row.getObject("key_id", UUID.class), Sealed.parse(row.getString("sealed_key")))))
                .optional();
    }

    void delete(UUID record) {
        database.sql("""
                        DELETE FROM secrets.organization_secret
                        WHERE record_id = :record
                        """).param("record", record).update();
    }

    /** A secret and the data key that opens it. */
    record SealedSecret(Sealed secret, SealedDataKey key) {}
}
