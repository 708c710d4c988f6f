package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AuditableEvent;
import java.util.Map;

/** A session was ended by somebody or something else than its own log-out. */
record SessionRevoked(Session session, String reason) implements AuditableEvent {

    @Override
    public String auditType() {
        return "session.revoked";
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("session", session.id().value(), "Session");
    }

    @Override
    public Map<String, String> auditDetails() {
        return Map.of("reason", reason);
    }

    @Override
    public AccountId auditActor() {
        return session.account();
    }
}
