package io.claribi.access.invitations;

import static io.claribi.access.invitations.InvitationError.ALREADY_MEMBER;
import static io.claribi.access.invitations.InvitationError.INVITATION_ACCEPTED;
import static io.claribi.access.invitations.InvitationError.INVITATION_EXPIRED;
import static io.claribi.access.invitations.InvitationError.INVITATION_NOT_FOUND;
import static io.claribi.access.invitations.InvitationError.INVITATION_VOID;

import io.claribi.access.Memberships;
import io.claribi.access.invitations.InvitationLinks.Link;
import io.claribi.identity.Account;
import io.claribi.kernel.AppException;
import io.claribi.tenancy.Organizations;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Makes a member of whoever accepts an invitation, and judges everything anew at that moment, in which nobody else changes
 * members, roles or invitations of the organization: of two acceptances of one invitation, one counts.
 */
@Component
class Acceptance {
    private final InvitationStore invitations;
    private final InvitationLinks links;
    private final InvitationRights rights;
    private final MemberPlaces places;
    private final Memberships memberships;
    private final Organizations organizations;
    private final Clock clock;

    Acceptance(
            InvitationStore invitations,
            InvitationLinks links,
            InvitationRights rights,
            MemberPlaces places,
            Memberships memberships,
            Organizations organizations,
            Clock clock) {
        this.invitations = invitations;
        this.links = links;
        this.rights = rights;
        this.places = places;
        this.memberships = memberships;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** As part of the transaction around, which is bound to the organization. */
    void join(Link link, Account account) {
        organizations.lock();
        Invitation invitation = invitations.find(link.invitation()).orElseThrow(() -> gone(link));
        checkTimely(invitation);
        if (!rights.stillHold(invitation)) {
            throw new AppException(
                    INVITATION_VOID,
                    "Whoever gave you the role %s may not give it any more. Ask the organization for a new invitation."
                            .formatted(invitation.role().title()));
        }
        places.checkEnough();
        if (memberships.find(account.id()).isPresent()) {
            throw new AppException(ALREADY_MEMBER, "You are a member of this organization already.");
        }
        memberships.add(account, invitation.role());
        invitations.delete(invitation.id());
        links.accepted(invitation.id(), clock.instant());
    }

    void checkTimely(Invitation invitation) {
        if (invitation.isExpired(clock.instant())) {
            throw new AppException(
                    INVITATION_EXPIRED, "This invitation has expired. Ask whoever invited you to send it anew.");
        }
    }

    /** Why there is no open invitation behind a link. */
    AppException gone(Link link) {
        boolean accepted = links.find(link.invitation()).filter(Link::accepted).isPresent();
        return accepted
                ? new AppException(INVITATION_ACCEPTED, "This invitation was accepted already. Log in.")
                : notFound();
    }

    static AppException notFound() {
        return new AppException(
                INVITATION_NOT_FOUND,
                "This invitation was withdrawn, or a newer mail replaced it. Use the newest, or ask for another.");
    }
}
