package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AuditableEvent;
import java.util.Map;

/**
 * An account has another password.
 *
 * @param byReset whether by a mailed link, rather than by who knew the old one
 */
public record PasswordChanged(Account account, boolean byReset) implements NewPassword, AuditableEvent {

    @Override
    public String auditType() {
        return "auth.password_changed";
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("account", account.id().value(), account.email().value());
    }

    @Override
    public Map<String, String> auditDetails() {
        return Map.of("by", byReset ? "reset" : "change");
    }

    @Override
    public AccountId auditActor() {
        return account.id();
    }
}
