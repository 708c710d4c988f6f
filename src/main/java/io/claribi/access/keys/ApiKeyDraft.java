package io.claribi.access.keys;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as somebody asks for it.
 *
 * @param expiresInDays or {@code expiresAt}, or neither: then it never expires
 * @param scopes names of permissions; absent, all of the creator's role
 */
public record ApiKeyDraft(
        String name,
        @Nullable String description,
        @Nullable Integer expiresInDays,
        @Nullable Instant expiresAt,
        @Nullable List<String> scopes) {}
