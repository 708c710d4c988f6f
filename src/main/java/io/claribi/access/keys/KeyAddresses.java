package io.claribi.access.keys;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Whose a key is, by its public id: asked before an organization is bound. */
@Repository
class KeyAddresses {
    private final Database database;

    KeyAddresses(Database database) {
        this.database = database;
    }

    void insert(String publicId, KeyAddress address) {
        database.sql("""
                        INSERT INTO access.api_key_address (public_id, organization_id, api_key_id)
                        VALUES (:publicId, :organization, :key)
                        """)
                .param("publicId", publicId)
                .param("organization", address.organization().value())
                .param("key", address.key().value())
                .update();
    }

    Optional<KeyAddress> find(String publicId) {
        return database.sql("""
                        SELECT organization_id, api_key_id
                        FROM access.api_key_address
                        WHERE public_id = :publicId
                        """)
                .param("publicId", publicId)
                .query((row, number) -> new KeyAddress(
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        new ApiKeyId(row.getObject("api_key_id", UUID.class))))
                .optional();
    }

    void delete(String publicId) {
        database.sql("""
                        DELETE FROM access.api_key_address
                        WHERE public_id = :publicId
                        """).param("publicId", publicId).update();
    }

    record KeyAddress(OrganizationId organization, ApiKeyId key) {}
}
