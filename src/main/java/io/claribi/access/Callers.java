package io.claribi.access;

import static io.claribi.identity.IdentityError.SESSION_ENDED;

import io.claribi.identity.Session;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import org.springframework.stereotype.Component;

/** What a session may do at this moment. */
@Component
public class Callers {
    private final PresentMembers members;
    private final Doors doors;

    Callers(PresentMembers members, Doors doors) {
        this.members = members;
        this.doors = doors;
    }

    /**
     * The session's caller, with the role it has now.
     *
     * @throws AppException SESSION_ENDED if the account is no active member any more; ORGANIZATION_DISABLED or
     *     ORGANIZATION_CLOSING
     */
    public Caller callerOf(Session session) {
        Membership membership = members.find(session.organization(), session.account())
                .filter(Membership::isActive)
                .orElseThrow(Callers::noMember);
        doors.check(session.organization(), membership.isOwner());
        return new Caller(
                session.account(),
                session.id(),
                session.organization(),
                membership.role().wireName(),
                membership.role().title(),
                membership.role().grants());
    }

    static AppException noMember() {
        return new AppException(SESSION_ENDED, "You are not an active member of the organization any more.");
    }
}
