package io.claribi.access.keys;

import io.claribi.identity.Account;
import io.claribi.kernel.Permission;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key as people see it: not the key.
 *
 * @param prefix how the key begins, by which it is recognized
 * @param creator for whom it acts
 * @param scopes what it narrows the creator's role to; absent, it is all of it
 * @param expiresAt from when on it is good for nothing; absent, never
 */
public record ApiKey(
        ApiKeyId id,
        String name,
        String description,
        String prefix,
        Account creator,
        @Nullable Set<Permission> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        KeyUse use) {

    /**
     * How much it was used, as far as the nodes have written it down: they do so every few seconds.
     *
     * @param lastAt absent if it never was
     */
    public record KeyUse(@Nullable Instant lastAt, long requests) {
        static final KeyUse NONE = new KeyUse(null, 0);
    }
}
