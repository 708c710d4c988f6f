package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AuditableEvent;
import java.util.Map;

/**
 * Somebody tried to log in to an account with a wrong password.
 *
 * @param locked whether no more tries from such a device are judged for now
 */
record LoginFailed(Account account, boolean locked) implements AuditableEvent {

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
        return locked ? Map.of("locked", "true") : Map.of();
    }

    @Override
    public AuditOutcome auditOutcome() {
        return AuditOutcome.FAILURE;
    }

    @Override
    public AccountId auditActor() {
        return account.id();
    }
}
