package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AuditableEvent;
import java.util.Map;

/** Somebody could not prove to be the owner of an account. */
interface ProofFailed extends AuditableEvent {
    Account account();

    /** What the trail says of a failure that may have been one too many. */
    static Map<String, String> details(boolean locked) {
        return locked ? Map.of("locked", "true") : Map.of();
    }

    @Override
    default AuditTarget auditTarget() {
        return new AuditTarget(
                "account", account().id().value(), account().email().value());
    }

    @Override
    default AuditOutcome auditOutcome() {
        return AuditOutcome.FAILURE;
    }

    @Override
    default AccountId auditActor() {
        return account().id();
    }
}
