package io.claribi.plans.billing;

import io.claribi.identity.ChangeDetails;
import io.claribi.kernel.AuditableEvent;
import io.claribi.tenancy.Organization;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The provider tells that it stands otherwise with an organization's payments. */
public record BillingChanged(BillingProviderName by, Billing before, Billing after, Organization organization)
        implements AuditableEvent {

    @Override
    public String auditType() {
        return "billing.changed";
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("organization", organization.id().value(), organization.name());
    }

    @Override
    public Map<String, String> auditDetails() {
        var details = new LinkedHashMap<>(new ChangeDetails()
                .of("status", before.status().wireName(), after.status().wireName())
                .of("paidUntil", text(before.periodEndsAt()), text(after.periodEndsAt()))
                .of("endsWithPeriod", String.valueOf(before.endsWithPeriod()), String.valueOf(after.endsWithPeriod()))
                .toMap());
        details.put("by", by.wireName());
        return details;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
