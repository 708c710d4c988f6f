package io.claribi.access.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.claribi.access.invitations.Invitation;
import io.claribi.identity.Account;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation as those who may invite see it. */
record InvitationView(
        UUID id,
        String email,
        RoleName role,
        @Nullable String message,
        InviterView invitedBy,
        Instant createdAt,
        Instant expiresAt,
        Status status,
        InvitationAbilities can) {
    static InvitationView of(Invitation invitation, Account inviter, Instant now, InvitationAbilities can) {
        return new InvitationView(
                invitation.id().value(),
                invitation.email().value(),
                RoleName.of(invitation.role()),
                invitation.message(),
                new InviterView(inviter.id().value(), inviter.email().value()),
                invitation.createdAt(),
                invitation.expiresAt(),
                invitation.isExpired(now) ? Status.EXPIRED : Status.PENDING,
                can);
    }

    record InviterView(UUID id, String email) {}

    enum Status {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("expired")
        EXPIRED
    }

    /** What the caller may do with it. */
    record InvitationAbilities(boolean resend, boolean withdraw, boolean changeRole) {}
}
