package io.claribi.tenancy;

import io.claribi.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
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
                        SELECT organization_id, name, created_at,
                            CASE WHEN plan_ends_at <= now() THEN next_plan ELSE plan END AS plan
                        FROM tenancy.organization
                        """).query(OrganizationStore::organization).optional();
    }

    /** The plan of this moment: of one that has ended, the one that follows. */
    Optional<PlanTerm> findPlan() {
        return database.sql("""
                        SELECT plan, plan_since, plan_ends_at, next_plan, plan_ends_at <= now() AS ended
                        FROM tenancy.organization
                        """).query(OrganizationStore::term).optional();
    }

    void setPlan(PlanTerm term) {
        database.sql("""
                        UPDATE tenancy.organization
                        SET plan = :plan, plan_since = :since, plan_ends_at = :endsAt, next_plan = :next
                        """)
                .param("plan", term.plan())
                .param("since", Timestamp.from(term.since()))
                .param("endsAt", term.endsAt() == null ? null : Timestamp.from(term.endsAt()))
                .param("next", term.next())
                .update();
    }

    /** Writes down that the plan has ended; what it was, if it has and nobody has written it down before. */
    Optional<String> endPlan() {
        return database.sql("""
                        UPDATE tenancy.organization
                        SET plan = next_plan, plan_since = plan_ends_at, plan_ends_at = NULL, next_plan = NULL
                        WHERE plan_ends_at <= now()
                        RETURNING old.plan
                        """).query(String.class).optional();
    }

    Organization rename(String name) {
        return database.sql("""
                        UPDATE tenancy.organization
                        SET name = :name
                        RETURNING organization_id, name, created_at,
                            CASE WHEN plan_ends_at <= now() THEN next_plan ELSE plan END AS plan
                        """)
                .param("name", name)
                .query(OrganizationStore::organization)
                .single();
    }

    /** Locks the current one's row, in a mode that foreign keys to it do not wait for; false if there is none. */
    boolean tryLock() {
        return database.sql("""
                        SELECT organization_id
                        FROM tenancy.organization
                        FOR NO KEY UPDATE
                        """).query(UUID.class).optional().isPresent();
    }

    private static PlanTerm term(ResultSet row, int number) throws SQLException {
        Instant since = row.getTimestamp("plan_since").toInstant();
        Timestamp end = row.getTimestamp("plan_ends_at");
        if (end == null) {
            return PlanTerm.lasting(row.getString("plan"), since);
        }
        return row.getBoolean("ended")
                ? PlanTerm.lasting(row.getString("next_plan"), end.toInstant())
                : new PlanTerm(row.getString("plan"), since, end.toInstant(), row.getString("next_plan"));
    }

    private static Organization organization(ResultSet row, int number) throws SQLException {
        return new Organization(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getString("name"),
                row.getString("plan"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
