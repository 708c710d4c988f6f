package io.claribi.secrets;

import io.claribi.secrets.DataKeyStore.SealedDataKey;
import io.claribi.secrets.ResealingBatch.Position;
import io.claribi.tenancy.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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

    /** The next ones that other data keys than this sealed, and nobody else's until the transaction ends. */
    List<SealedField> listSealedByOthers(UUID key, Position after, int limit) {
        return database.sql("""
                        SELECT record_id, field, sealed
                        FROM secrets.organization_secret
                        WHERE data_key_id <> :key
                          AND (record_id, field) > (:record, :field)
                        ORDER BY record_id, field
                        LIMIT :limit
                        FOR UPDATE
                        """)
                .param("key", key)
                .param("record", after.record())
                .param("field", after.field())
                .param("limit", limit)
                .query((row, number) -> new SealedField(
                        row.getObject("record_id", UUID.class),
                        row.getString("field"),
                        Sealed.parse(row.getString("sealed"))))
                .list();
    }

    void update(List<SealedField> rows) {
        database.sql("""
                        UPDATE secrets.organization_secret secret
                        SET sealed = fresh.sealed
                        FROM unnest(CAST(:records AS uuid[]), CAST(:fields AS text[]), CAST(:sealed AS text[]))
                            AS fresh (record_id, field, sealed)
                        WHERE secret.record_id = fresh.record_id
                          AND secret.field = fresh.field
                        """)
                .param("records", texts(rows, row -> row.record().toString()))
                .param("fields", texts(rows, SealedField::field))
                .param("sealed", texts(rows, row -> row.secret().text()))
                .update();
    }

    private static String[] texts(List<SealedField> rows, Function<SealedField, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }

    void delete(UUID record) {
        database.sql("""
                        DELETE FROM secrets.organization_secret
                        WHERE record_id = :record
                        """).param("record", record).update();
    }

    record SealedField(UUID record, String field, Sealed secret) {
        Position position() {
            return new Position(record, field);
        }

        SealedField with(Sealed other) {
            return new SealedField(record, field, other);
        }
    }

    /** A secret and the data key that opens it. */
    record SealedSecret(Sealed secret, SealedDataKey key) {}
}
