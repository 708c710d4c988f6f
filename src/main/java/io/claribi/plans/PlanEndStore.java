package io.claribi.plans;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Which organization's plan ends when. It may be behind the organization itself, which has the last word. */
@Repository
class PlanEndStore {
    private final Database database;

    PlanEndStore(Database database) {
        this.database = database;
    }

    void remember(OrganizationId organization, Instant end) {
        database.sql("""
                        INSERT INTO plans.plan_end (organization_id, ends_at)
                        VALUES (:organization, :end)
                        ON CONFLICT (organization_id) DO UPDATE
                        SET ends_at = excluded.ends_at
                        """)
                .param("organization", organization.value())
                .param("end", Timestamp.from(end))
                .update();
    }

    void forget(OrganizationId organization) {
        database.sql("""
                        DELETE FROM plans.plan_end
                        WHERE organization_id = :organization
                        """).param("organization", organization.value()).update();
    }

    List<OrganizationId> listDue() {
        return database.sql("""
                        SELECT organization_id
                        FROM plans.plan_end
                        WHERE ends_at <= now()
                        ORDER BY ends_at
                        """)
                .query((row, number) -> new OrganizationId(row.getObject("organization_id", UUID.class)))
                .list();
    }
}
