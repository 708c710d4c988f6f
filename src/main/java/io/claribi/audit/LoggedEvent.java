package io.claribi.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trail, and whose doing it was.
 *
 * @param actorType account, api_key, job or system; a key and a job act for the account that is named
 * @param actorEmail the account's present address
 */
public record LoggedEvent(
        AuditRecord event,
        String actorType,
        @Nullable UUID actorId,
        @Nullable String actorEmail) {}
