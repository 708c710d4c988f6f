package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AuditableEvent;
import java.util.Map;

/** Somebody changed what they say or chose for themselves. */
record ProfileChanged(Account account, Profile before, Profile after) implements AuditableEvent {

    @Override
    public String auditType() {
        return "settings.changed";
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("account", account.id().value(), account.email().value());
    }

    @Override
    public Map<String, String> auditDetails() {
        return new ChangeDetails()
                .of("firstName", before.firstName(), after.firstName())
                .of("lastName", before.lastName(), after.lastName())
                .of("idleTimeoutMinutes", before.idleTimeoutMinutes(), after.idleTimeoutMinutes())
                .toMap();
    }

    @Override
    public AccountId auditActor() {
        return account.id();
    }
}
