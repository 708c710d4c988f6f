package io.claribi.tenancy;

import io.claribi.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class OrganizationStore {
    private final Database database;

    OrganizationStore(Database database) {
        this.database = database;
    }

    Organization insert(String name, String plan) {
        return database.sql("""
                        INSERT INTO tenancy.organization (name, plan)
                        VALUES (:name, :plan)
                        RETURNING organization_id, name, plan, created_at
                        """)
                .param("name", name)
                .param("plan", plan)
                .query(OrganizationStore::organization)
                .single();
    }

    /** The current one; row-level security leaves no other. */
    Optional<Organization> find() {
        return database.sql("""
                        SELECT organization_id, name, plan, created_at
                        FROM tenancy.organization
                        """).query(OrganizationStore::organization).optional();
    }

    Organization rename(String name) {
        return database.sql("""
                        UPDATE tenancy.organization
                        SET name = :name
                        RETURNING organization_id, name, plan, created_at
                        """)
                .param("name", name)
                .query(OrganizationStore::organization)
                .single();
    }

    /** Locks the current one's row, in a mode that foreign keys to it do not wait for. */
    void lock() {
        database.sql("""
                        SELECT organization_id
                        FROM tenancy.organization
                        FOR NO KEY UPDATE
                        """).query(UUID.class).single();
    }

    private static Organization organization(ResultSet row, int number) throws SQLException {
        return new Organization(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getString("name"),
                row.getString("plan"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
