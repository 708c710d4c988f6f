package io.claribi.secrets;

import io.claribi.kernel.AuditableEvent;
import io.claribi.kernel.OrganizationId;
import java.util.Map;

/** An organization has a new data key, and nothing of its secrets is sealed by an old one any more. */
record SecretRotated(OrganizationId organization, String platformKey) implements AuditableEvent {

    @Override
    public String auditType() {
        return "secret.rotated";
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("organization", organization.value(), "Data key");
    }

    @Override
    public Map<String, String> auditDetails() {
        return Map.of("platformKey", platformKey);
    }
}
