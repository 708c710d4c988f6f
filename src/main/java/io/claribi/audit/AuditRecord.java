package io.claribi.audit;

import io.claribi.kernel.AuditableEvent.AuditTarget;
import io.claribi.kernel.Credential;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the trail.
 *
 * @param apiKey what a program showed that did it in somebody's name
 * @param outcome success or failure
 * @param ip the address that the request came from, if it was one
 */
public record AuditRecord(
        UUID id,
        Instant occurredAt,
        Credential.@Nullable ApiKey apiKey,
        String type,
        AuditTarget target,
        String outcome,
        @Nullable String ip,
        @Nullable String userAgent,
        Map<String, String> details) {}
