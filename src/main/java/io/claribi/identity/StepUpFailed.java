package io.claribi.identity;

import io.claribi.kernel.AuditableEvent;
import java.util.Map;

/** Somebody in a session could not prove to be its owner. */
record StepUpFailed(Account account) implements AuditableEvent {

    @Override
    public String auditType() {
        return "auth.login_failed";
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("account", account.id().value(), account.email().value());
    }

    @Override
    public Map<String, String> auditDetails() {
        return Map.of("at", "step-up");
    }

    @Override
    public AuditOutcome auditOutcome() {
        return AuditOutcome.FAILURE;
    }
}
