package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AuditableEvent;
import io.claribi.kernel.SessionId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session was ended by somebody or something else than its own log-out.
 *
 * @param account whose it was
 * @param by who ended it; absent when nobody did, but the server
 */
record SessionRevoked(
        SessionId session,
        AccountId account,
        SessionEnd reason,
        @Nullable AccountId by) implements AuditableEvent {

    @Override
    public String auditType() {
        return "session.revoked";
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("session", session.value(), "Session");
    }

    @Override
    public Map<String, String> auditDetails() {
        return Map.of("reason", reason.wireName(), "account", account.value().toString());
    }

    @Override
    public @Nullable AccountId auditActor() {
        return by;
    }
}
