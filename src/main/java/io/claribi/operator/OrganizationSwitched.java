package io.claribi.operator;

import io.claribi.kernel.AuditableEvent;
import io.claribi.tenancy.Organization;

/** The operator let an organization's members in again, or no more. */
record OrganizationSwitched(Organization organization, boolean on) implements AuditableEvent {

    @Override
    public String auditType() {
        return on ? "organization.enabled" : "organization.disabled";
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("organization", organization.id().value(), organization.name());
    }
}
