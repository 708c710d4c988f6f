package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.SessionId;
import java.time.Instant;

/**
 * One log-in: an account at work in an organization, from one device.
 *
 * @param refreshedAt when it was last continued; idle since then
 * @param expiresAt when it is over, used or not
 */
public record Session(
        SessionId id,
        AccountId account,
        OrganizationId organization,
        Instant createdAt,
        Instant refreshedAt,
        Instant expiresAt) {}
