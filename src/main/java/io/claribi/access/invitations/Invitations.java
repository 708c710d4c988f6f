package io.claribi.access.invitations;

import static io.claribi.access.invitations.InvitationError.ALREADY_INVITED;
import static io.claribi.access.invitations.InvitationError.ALREADY_MEMBER;
import static io.claribi.access.invitations.InvitationError.INVITATION_NOT_FOUND;
import static io.claribi.access.invitations.InvitationError.TOO_MANY_INVITATIONS;

import io.claribi.access.invitations.InvitationChanged.Invited;
import io.claribi.access.invitations.InvitationChanged.Resent;
import io.claribi.access.invitations.InvitationChanged.RoleGiven;
import io.claribi.access.invitations.InvitationChanged.Withdrawn;
import io.claribi.access.roles.Role;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Page;
import io.claribi.kernel.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is invited to the current organization. Each that has not expired holds a place, as a member does. */
@Component
public class Invitations {
    private final InvitationStore store;
    private final InvitationPost post;
    private final InvitationRights rights;
    private final MemberPlaces places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invitations(
            InvitationStore store,
            InvitationPost post,
            InvitationRights rights,
            MemberPlaces places,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.post = post;
        this.rights = rights;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /** Newest first, expired ones among them. */
    @Transactional(readOnly = true)
    public Page<Invitation> list(@Nullable UUID before, int pageSize) {
        return Page.of(
                store.list(before, pageSize + 1),
                pageSize,
                invitation -> invitation.id().value());
    }

    /**
     * What is the same for all that are invited at once, so that it is refused once.
     *
     * @throws AppException INVALID_INPUT, PLAN_FEATURE_MISSING, ROLE_NOT_ASSIGNABLE
     */
    @Transactional
    public void check(Caller caller, @Nullable String role, @Nullable String message) {
        InvitationText.checkMessage(message);
        rights.grantable(caller, role);
    }

    /**
     * Invites somebody; a mail brings them the link. One that has expired, or is void, is taken for none.
     *
     * @param role absent: member
     * @throws AppException INVALID_INPUT, PLAN_FEATURE_MISSING, ROLE_NOT_ASSIGNABLE, ALREADY_MEMBER, ALREADY_INVITED,
     *     PLAN_LIMIT_REACHED, TOO_MANY_INVITATIONS
     */
    @Transactional
    public Invitation invite(Caller caller, String email, @Nullable String role, @Nullable String message) {
        InvitationText text = InvitationText.read(email, message);
        Role given = rights.grantable(caller, role);
        if (places.isMember(text.email())) {
            throw new AppException(
                    ALREADY_MEMBER,
                    "%s is a member already.".formatted(text.email().value()));
        }
        Instant now = clock.instant();
        store.find(text.email()).ifPresent(former -> replace(former, now));
        places.reserve();
        var invitation = new Invitation(
                InvitationId.next(),
                text.email(),
                given,
                text.message(),
                caller.account(),
                caller.account(),
                now,
                now.plus(Invitation.LIFE));
        store.insert(invitation);
        send(post.sendFirst(invitation, caller), invitation);
        events.publishEvent(new Invited(invitation));
        return invitation;
    }

    private void replace(Invitation former, Instant now) {
        if (standing(former, now) == InvitationStanding.PENDING) {
            throw new AppException(
                    ALREADY_INVITED,
                    "%s is invited already. Send that invitation anew, or withdraw it."
                            .formatted(former.email().value()));
        }
        drop(former);
    }

    /**
     * Gives whoever accepts another role; the link stays good, or becomes so again if the invitation was void.
     *
     * @throws AppException INVITATION_NOT_FOUND, INVALID_INPUT, PLAN_FEATURE_MISSING, ROLE_NOT_ASSIGNABLE,
     *     PLAN_LIMIT_REACHED
     */
    @Transactional
    public Invitation changeRole(Caller caller, InvitationId id, String role) {
        get(id);
        Role given = rights.grantable(caller, role);
        Invitation before = get(id);
        if (standing(before, clock.instant()) == InvitationStanding.VOID) {
            places.reserve();
        }
        store.grant(id, given, caller.account());
        Invitation after = get(id);
        events.publishEvent(new RoleGiven(after, before.role()));
        return after;
    }

    /**
     * Mails a new link, for seven days from now; the former one is good for nothing from now on. Whoever does vouches for
     * its role.
     *
     * @throws AppException INVITATION_NOT_FOUND, ROLE_NOT_ASSIGNABLE, PLAN_LIMIT_REACHED, TOO_MANY_INVITATIONS
     */
    @Transactional
    public Invitation resend(Caller caller, InvitationId id) {
        get(id);
        rights.hold(caller);
        Invitation before = get(id);
        rights.checkGrantable(caller, before.role());
        Instant now = clock.instant();
        if (standing(before, now) != InvitationStanding.PENDING) {
            places.reserve();
        }
        store.grant(id, before.role(), caller.account());
        store.extend(id, now.plus(Invitation.LIFE));
        Invitation after = get(id);
        send(post.sendAnew(after, caller), after);
        events.publishEvent(new Resent(after));
        return after;
    }

    /**
     * @throws AppException INVITATION_NOT_FOUND
     */
    @Transactional
    public void withdraw(Caller caller, InvitationId id) {
        get(id);
        rights.hold(caller);
        Invitation invitation = get(id);
        drop(invitation);
        events.publishEvent(new Withdrawn(invitation));
    }

    /** Whether it could be accepted now. */
    @Transactional(readOnly = true)
    public InvitationStanding standing(Invitation invitation) {
        return standing(invitation, clock.instant());
    }

    private InvitationStanding standing(Invitation invitation, Instant now) {
        if (invitation.isExpired(now)) {
            return InvitationStanding.EXPIRED;
        }
        return rights.stillHold(invitation) ? InvitationStanding.PENDING : InvitationStanding.VOID;
    }

    /** Whether the caller may send it anew: not if its role holds more than they do. */
    public boolean canResend(Caller caller, Invitation invitation) {
        return caller.can(Permission.INVITE_USERS)
                && caller.grants().include(invitation.role().grants());
    }

    private Invitation get(InvitationId id) {
        return store.find(id)
                .orElseThrow(() ->
                        new AppException(INVITATION_NOT_FOUND, "There is no invitation %s.".formatted(id.value())));
    }

    private void drop(Invitation invitation) {
        store.delete(invitation.id());
        post.cancel(invitation);
    }

    private static void send(boolean sent, Invitation invitation) {
        if (!sent) {
            throw new AppException(
                            TOO_MANY_INVITATIONS,
                            "Too many invitations were mailed in the last hour, by you or to %s. Try again later."
                                    .formatted(invitation.email().value()))
                    .with("retryAfterSeconds", 3600);
        }
    }
}
