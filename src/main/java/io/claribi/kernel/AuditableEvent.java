package io.claribi.kernel;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that the organization's trail must tell of. Published inside the transaction that makes the change;
 * {@code audit} writes it in that same transaction, so that there is no change without its row.
 */
public interface AuditableEvent {

    /** The type on the wire, such as {@code dashboard.created}. */
    String auditType();

    AuditTarget auditTarget();

    /** What else belongs to the record, before and after values among it; never a secret. */
    default Map<String, String> auditDetails() {
        return Map.of();
    }

    default AuditOutcome auditOutcome() {
        return AuditOutcome.SUCCESS;
    }

    /** Who did it, where the work is not bound to a caller: a log-in, say. Absent: the caller of the moment. */
    default @Nullable AccountId auditActor() {
        return null;
    }

    /** What was changed: its type (a noun such as {@code dashboard}), id, and name as people know it. */
    record AuditTarget(String type, UUID id, String name) {}

    /** How it ended. */
    enum AuditOutcome {
        SUCCESS,
        FAILURE
    }
}
