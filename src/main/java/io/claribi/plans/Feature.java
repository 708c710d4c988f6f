package io.claribi.plans;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a plan may offer, yes or no. */
public enum Feature {
    MCP_CATALOG,
    CUSTOM_MCP,
    FORECASTING,
    MFA,
    SSO,
    ROLE_MANAGEMENT,
    CUSTOM_ROLES,
    SCHEDULES,
    PUBLIC_LINKS,
    COMMENTS,
    AUDIT_LOG,
    AUDIT_EXPORT;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
