package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AuditableEvent;
import java.util.Locale;
import java.util.Map;

/**
 * The address of an account is to become another, has become it, or is confirmed. Published inside the transaction that
 * makes it so.
 *
 * @param account as it was before
 * @param email the new address, or the one that is confirmed
 */
public record EmailChanged(Account account, Step step, EmailAddress email) implements AuditableEvent {

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
        return Map.of(
                "setting", "email",
                "step", step.name().toLowerCase(Locale.ROOT),
                "before", account.email().value(),
                "after", email.value());
    }

    @Override
    public AccountId auditActor() {
        return account.id();
    }

    /** How far it is. */
    public enum Step {
        /** Nothing has changed until the new address is confirmed. */
        REQUESTED,
        CHANGED,
        /** The address stays, and is known to be the account's. */
        CONFIRMED
    }
}
