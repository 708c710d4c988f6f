package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AuditableEvent;

/** Somebody tried to log in to an account with a wrong password. */
record LoginFailed(Account account) implements AuditableEvent {

    @Override
    public String auditType() {
        return "auth.login_failed";
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("account", account.id().value(), account.email().value());
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
