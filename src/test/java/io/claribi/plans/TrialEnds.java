package io.claribi.plans;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import io.claribi.testing.TestOrganizations;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the time of trials pass. */
@Component
class TrialEnds {
    private final TestOrganizations organizations;
    private final Database database;
    private final Trials trials;
    private final TransactionTemplate transaction;

    TrialEnds(TestOrganizations organizations, Database database, Trials trials, TransactionTemplate transaction) {
        this.organizations = organizations;
        this.database = database;
        this.trials = trials;
        this.transaction = transaction;
    }

    /** As if the organization had been founded fifteen days earlier. */
    void pass(OrganizationId organization) {
        organizations.run(organization, () -> database.sql("""
                        UPDATE tenancy.organization
                        SET plan_since = plan_since - interval '15 days', plan_ends_at = plan_ends_at - interval '15 days'
                        """).update());
        transaction.executeWithoutResult(status ->
                database.sql("""
                        UPDATE plans.plan_end
                        SET ends_at = ends_at - interval '15 days'
                        WHERE organization_id = :organization
                        """).param("organization", organization.value()).update());
    }

    void writeDown() {
        trials.endThoseDue();
    }

    /** The details of each change of plan in the trail, the oldest first. */
    List<String> changes(OrganizationId organization) {
        return organizations.call(
                organization,
                () -> database.sql("""
                        SELECT replace(CAST(details AS text), ': ', ':') AS details
                        FROM audit.event
                        WHERE type = 'plan.changed'
                        ORDER BY id
                        """)
                        .query((row, number) -> row.getString("details").replace(", ", ","))
                        .list());
    }
}
