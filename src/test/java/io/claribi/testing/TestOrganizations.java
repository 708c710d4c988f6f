package io.claribi.testing;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.tenancy.Organizations;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Makes organizations for tests, and works in them. */
@Component
public class TestOrganizations {
    private final Organizations organizations;
    private final OrganizationWork work;

    TestOrganizations(Organizations organizations, OrganizationWork work) {
        this.organizations = organizations;
        this.work = work;
    }

    public OrganizationId anOrganization() {
        var id = OrganizationId.next();
        run(id, () -> organizations.found(id, "Organization " + id.value()));
        return id;
    }

    /** Does the work in the organization, in one transaction. */
    public <R> R call(OrganizationId organization, Supplier<R> task) {
        return work.call(organization, task);
    }

    public void run(OrganizationId organization, Runnable task) {
        work.run(organization, task);
    }
}
