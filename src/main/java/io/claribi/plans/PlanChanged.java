package io.claribi.plans;

import io.claribi.identity.ChangeDetails;
import io.claribi.kernel.AuditableEvent;
import io.claribi.tenancy.Organization;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An organization has another plan.
 *
 * @param why where nobody chose it: {@code reason}, or {@code by} for a billing provider
 */
record PlanChanged(String before, String after, Organization organization, Map<String, String> why)
        implements AuditableEvent {

    static PlanChanged of(String before, String after, Organization organization) {
        return new PlanChanged(before, after, organization, Map.of());
    }

    static PlanChanged atItsEnd(String before, String after, Organization organization) {
        return new PlanChanged(before, after, organization, Map.of("reason", "trial_ended"));
    }

    static PlanChanged by(String provider, String before, String after, Organization organization) {
        return new PlanChanged(before, after, organization, Map.of("by", provider));
    }

    @Override
    public String auditType() {
        return "plan.changed";
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("organization", organization.id().value(), organization.name());
    }

    @Override
    public Map<String, String> auditDetails() {
        var details = new LinkedHashMap<>(
                new ChangeDetails().of("plan", before, after).toMap());
        details.putAll(why);
        return details;
    }
}
