package io.claribi.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a trail are wanted; what is absent does not narrow them.
 *
 * @param from of this moment and later
 * @param to before this moment
 * @param actor whose doing it was: the id of an account, or its e-mail address
 * @param apiKey the id of the key that a program showed
 * @param type such as {@code member.invited}
 * @param target the id of what was changed
 */
public record AuditFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String actor,
        @Nullable UUID apiKey,
        @Nullable String type,
        @Nullable UUID target) {}
