package io.claribi.access.keys;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.Credential;
import io.claribi.kernel.Grants;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.Permission;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key as requests are judged by it.
 *
 * @param account for whom it acts
 * @param scopes what it narrows the account's role to; absent, it is all of it
 */
record PresentKey(
        ApiKeyId id,
        String name,
        OrganizationId organization,
        AccountId account,
        @Nullable Set<Permission> scopes,
        @Nullable Instant expiresAt) {

    Credential.ApiKey credential() {
        return new Credential.ApiKey(id.value(), name);
    }

    /** What is left of what its account may do. */
    Grants narrow(Grants held) {
        return scopes == null ? held : held.and(Grants.of(scopes));
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
