package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AuditableEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody logged in, having proven all that the account asks for.
 *
 * @param factor the name of the second factor among that
 */
record LoggedIn(Account account, @Nullable String factor) implements AuditableEvent {

    @Override
    public String auditType() {
        return "auth.login";
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("account", account.id().value(), account.email().value());
    }

    @Override
    public Map<String, String> auditDetails() {
        return factor == null ? Map.of() : Map.of("factor", factor);
    }

    @Override
    public AccountId auditActor() {
        return account.id();
    }
}
