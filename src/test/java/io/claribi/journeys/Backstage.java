package io.claribi.journeys;

import io.claribi.access.Joining;
import io.claribi.tenancy.Database;
import io.claribi.tenancy.OrganizationStates;
import io.claribi.testing.Tenant;
import io.claribi.testing.TestOrganizations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings about what nobody can by the API: that time has passed, and what whoever runs the server does. */
@Component
class Backstage {
    private final Joining joining;
    private final TestOrganizations organizations;
    private final OrganizationStates states;
    private final Database database;
    private final TransactionTemplate transaction;

    Backstage(
            Joining joining,
            TestOrganizations organizations,
            OrganizationStates states,
            Database database,
            TransactionTemplate transaction) {
        this.joining = joining;
        this.organizations = organizations;
        this.states = states;
        this.database = database;
        this.transaction = transaction;
    }

    Joining joining() {
        return joining;
    }

    Tenant disabled(Tenant tenant) {
        organizations.run(tenant.organization(), states::disable);
        return tenant;
    }

    /** Twelve of the fourteen days are over. */
    Tenant atTheEndOfItsTrial(Tenant tenant) {
        organizations.run(tenant.organization(), () -> database.sql("""
                        UPDATE tenancy.organization
                        SET plan_since = plan_since - interval '12 days', plan_ends_at = plan_ends_at - interval '12 days'
                        """).update());
        transaction.executeWithoutResult(status -> database.sql("""
                        UPDATE plans.plan_end
                        SET ends_at = ends_at - interval '12 days'
                        WHERE organization_id = :organization
                        """)
                .param("organization", tenant.organization().value())
                .update());
        return tenant;
    }

    /** Eight days pass for an invitation. */
    void expire(Tenant host, String email) {
        organizations.run(
                host.organization(),
                () -> database.sql("""
                        UPDATE access.invitation
                        SET created_at = created_at - interval '8 days', expires_at = expires_at - interval '8 days'
                        WHERE email = :email
                        """).param("email", email).update());
    }
}
