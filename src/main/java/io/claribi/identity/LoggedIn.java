package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AuditableEvent;

/** Somebody logged in. */
record LoggedIn(Account account) implements AuditableEvent {

    @Override
    public String auditType() {
        return "auth.login";
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("account", account.id().value(), account.email().value());
    }

    @Override
    public AccountId auditActor() {
        return account.id();
    }
}
