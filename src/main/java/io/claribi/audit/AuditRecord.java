package io.claribi.audit;

import io.claribi.kernel.AuditableEvent.AuditTarget;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the trail.
 *
 * @param outcome success or failure
 * @param ip the address that the request came from, if it was one
 */
public record AuditRecord(
        UUID id,
        Instant occurredAt,
        String type,
        AuditTarget target,
        String outcome,
        @Nullable String ip,
        @Nullable String userAgent,
        Map<String, String> details) {}
