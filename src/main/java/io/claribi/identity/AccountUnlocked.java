package io.claribi.identity;

import io.claribi.kernel.AuditableEvent;

/** What failures at an account had counted is forgotten, by the operator. */
record AccountUnlocked(Account account) implements AuditableEvent {

    @Override
    public String auditType() {
        return "auth.unlocked";
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("account", account.id().value(), account.email().value());
    }
}
