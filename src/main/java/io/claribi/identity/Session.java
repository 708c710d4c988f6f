package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.SessionId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One log-in: an account at work in an organization, from one device.
 *
 * @param lastUsedAt when a person last did something in it, as far as that was written; idle since then
 * @param confirmedAt when somebody last proved in it to be the account's owner
 * @param expiresAt when it is over at the latest, used or not
 * @param idleTimeout what the account's owner chose; absent, the server's own
 */
public record Session(
        SessionId id,
        AccountId account,
        OrganizationId organization,
        Instant createdAt,
        Instant lastUsedAt,
        Instant confirmedAt,
        Instant expiresAt,
        @Nullable Duration idleTimeout) {

    Session in(OrganizationId another) {
        return new Session(id, account, another, createdAt, lastUsedAt, confirmedAt, expiresAt, idleTimeout);
    }

    Session usedAt(Instant moment) {
        return new Session(id, account, organization, createdAt, moment, confirmedAt, expiresAt, idleTimeout);
    }
}
