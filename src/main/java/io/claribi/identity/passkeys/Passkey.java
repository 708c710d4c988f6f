package io.claribi.identity.passkeys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential that an authenticator keeps for an account.
 *
 * @param name by which its owner knows it
 * @param lastUsedAt when somebody last logged in with it; absent if nobody has
 */
public record Passkey(
        UUID id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}
