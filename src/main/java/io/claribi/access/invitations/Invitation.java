package io.claribi.access.invitations;

import io.claribi.access.roles.Role;
import io.claribi.identity.EmailAddress;
import io.claribi.kernel.AccountId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody may become a member; until then, or until it expires, it holds a place.
 *
 * @param message what the inviter says, plain text
 * @param invitedBy in whose name the mail is
 * @param grantedBy who gave the role last: what they hold when it is accepted bounds it
 */
public record Invitation(
        InvitationId id,
        EmailAddress email,
        Role role,
        @Nullable String message,
        AccountId invitedBy,
        AccountId grantedBy,
        Instant createdAt,
        Instant expiresAt) {
    static final Duration LIFE = Duration.ofDays(7);

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
