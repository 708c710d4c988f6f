package io.claribi.identity;

import io.claribi.tenancy.Organization;
import java.util.UUID;

/** An organization as its members see it over HTTP. */
public record OrganizationView(UUID id, String name, String plan) {
    public static OrganizationView of(Organization organization) {
        return new OrganizationView(organization.id().value(), organization.name(), organization.plan());
    }
}
