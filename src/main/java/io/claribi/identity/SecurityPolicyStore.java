package io.claribi.identity;

import io.claribi.tenancy.Database;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class SecurityPolicyStore {
    private final Database database;

    SecurityPolicyStore(Database database) {
        this.database = database;
    }

    /** The current organization's; row-level security leaves no other. */
    Optional<SecurityPolicy> find() {
        return database.sql("""
                        SELECT mfa_required, idle_timeout_minutes, max_session_hours
                        FROM identity.security_policy
                        """)
                .query((row, number) -> new SecurityPolicy(
                        row.getBoolean("mfa_required"),
                        row.getObject("idle_timeout_minutes", Integer.class),
                        row.getObject("max_session_hours", Integer.class)))
                .optional();
    }

    void save(SecurityPolicy policy) {
        database.sql("""
                        INSERT INTO identity.security_policy (mfa_required, idle_timeout_minutes, max_session_hours)
                        VALUES (:mfaRequired, :idleTimeoutMinutes, :maxSessionHours)
                        ON CONFLICT (organization_id) DO UPDATE
                        SET mfa_required = EXCLUDED.mfa_required,
                            idle_timeout_minutes = EXCLUDED.idle_timeout_minutes,
                            max_session_hours = EXCLUDED.max_session_hours
                        """)
                .param("mfaRequired", policy.mfaRequired())
                .param("idleTimeoutMinutes", policy.idleTimeoutMinutes())
                .param("maxSessionHours", policy.maxSessionHours())
                .update();
    }
}
