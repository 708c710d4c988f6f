package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AuditableEvent;

/** Somebody logged out. */
record LoggedOut(Account account) implements AuditableEvent {

    @Override
    public String auditType() {
        return "auth.logout";
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
