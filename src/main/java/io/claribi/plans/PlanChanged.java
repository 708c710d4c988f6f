package io.claribi.plans;

import io.claribi.identity.ChangeDetails;
import io.claribi.kernel.AuditableEvent;
import io.claribi.tenancy.Organization;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An organization has another plan.
 *
 * @param atItsEnd nobody changed it: the time of the one before is over
 */
record PlanChanged(String before, String after, Organization organization, boolean atItsEnd) implements AuditableEvent {

    static PlanChanged of(String before, String after, Organization organization) {
        return new PlanChanged(before, after, organization, false);
    }

    static PlanChanged atItsEnd(String before, String after, Organization organization) {
        return new PlanChanged(before, after, organization, true);
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
        if (atItsEnd) {
            details.put("reason", "trial_ended");
        }
        return details;
    }
}
