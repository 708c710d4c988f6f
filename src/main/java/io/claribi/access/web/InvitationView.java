package io.claribi.access.web;

import io.claribi.access.invitations.Invitation;
import io.claribi.access.invitations.InvitationStanding;
import io.claribi.identity.Account;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as those who may invite see it.
 *
 * @param statusReason why it is void, for people; absent otherwise
 */
record InvitationView(
        UUID id,
        String email,
        RoleName role,
        @Nullable String message,
        InviterView invitedBy,
        Instant createdAt,
        Instant expiresAt,
        InvitationStanding status,
        @Nullable String statusReason,
        InvitationAbilities can) {
    static InvitationView of(
            Invitation invitation, Account inviter, InvitationStanding standing, InvitationAbilities can) {
        return new InvitationView(
                invitation.id().value(),
                invitation.email().value(),
                RoleName.of(invitation.role()),
                invitation.message(),
                new InviterView(inviter.id().value(), inviter.email().value()),
                invitation.createdAt(),
                invitation.expiresAt(),
                standing,
                standing == InvitationStanding.VOID
                        ? "Whoever gave the role %s may not give it any more. It can't be accepted, and takes no seat, until somebody who may sends it anew."
                                .formatted(invitation.role().title())
                        : null,
                can);
    }

    record InviterView(UUID id, String email) {}

    /** What the caller may do with it. */
    record InvitationAbilities(boolean resend, boolean withdraw, boolean changeRole) {}
}
