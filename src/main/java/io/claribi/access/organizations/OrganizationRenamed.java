package io.claribi.access.organizations;

import io.claribi.identity.ChangeDetails;
import io.claribi.kernel.AuditableEvent;
import io.claribi.tenancy.Organization;
import java.util.Map;

record OrganizationRenamed(Organization before, Organization after) implements AuditableEvent {

    @Override
    public String auditType() {
        return "settings.changed";
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("organization", after.id().value(), after.name());
    }

    @Override
    public Map<String, String> auditDetails() {
        return new ChangeDetails().of("name", before.name(), after.name()).toMap();
    }
}
