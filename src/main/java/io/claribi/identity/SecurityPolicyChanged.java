package io.claribi.identity;

import io.claribi.kernel.AuditableEvent;
import io.claribi.tenancy.Organization;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
        var details = new LinkedHashMap<String, String>();
        tell("mfaRequired", before.mfaRequired(), after.mfaRequired(), details);
        tell("idleTimeoutMinutes", before.idleTimeoutMinutes(), after.idleTimeoutMinutes(), details);
        tell("maxSessionHours", before.maxSessionHours(), after.maxSessionHours(), details);
        return details;
    }

    private static void tell(
            String setting, @Nullable Object before, @Nullable Object after, Map<String, String> details) {
        if (!Objects.equals(before, after)) {
            details.put(setting + ".before", text(before));
            details.put(setting + ".after", text(after));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "no limit" : value.toString();
    }
}
