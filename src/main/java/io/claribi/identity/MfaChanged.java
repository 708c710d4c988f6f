package io.claribi.identity;

import io.claribi.kernel.AuditableEvent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The second factors of an account are not what they were. Published inside the transaction that changes them, by
 * whoever does.
 *
 * @param factor the name of the factor on the wire, such as {@code totp}
 */
public record MfaChanged(Account account, Change change, String factor) implements AuditableEvent {

    @Override
    public String auditType() {
        return change == Change.DISABLED || change == Change.RESET ? "auth.mfa_disabled" : "auth.mfa_enabled";
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("account", account.id().value(), account.email().value());
    }

    @Override
    public Map<String, String> auditDetails() {
        var details = new LinkedHashMap<String, String>();
        details.put("factor", factor);
        details.put("change", change.name().toLowerCase(Locale.ROOT));
        return details;
    }

    /** What was done. */
    public enum Change {
        ENABLED,
        DISABLED,
        BACKUP_CODES_RENEWED,
        /** An administrator took all factors away, because the member lost them. */
        RESET
    }
}
