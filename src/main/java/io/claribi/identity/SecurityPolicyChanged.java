package io.claribi.identity;

import io.claribi.kernel.AuditableEvent;
import io.claribi.tenancy.Organization;
import java.util.Map;

/** An organization demands something else of its members. */
record SecurityPolicyChanged(Organization organization, SecurityPolicy before, SecurityPolicy after)
        implements AuditableEvent {

    @Override
    public String auditType() {
        return "settings.changed";
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("organization", organization.id().value(), organization.name());
    }

    @Override
    public Map<String, String> auditDetails() {
        return new ChangeDetails()
                .of("mfaRequired", before.mfaRequired(), after.mfaRequired())
                .of("idleTimeoutMinutes", before.idleTimeoutMinutes(), after.idleTimeoutMinutes())
                .of("maxSessionHours", before.maxSessionHours(), after.maxSessionHours())
                .toMap();
    }
}
