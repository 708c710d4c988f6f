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

    Callers(PresentMembers members) {
        this.members = members;
    }

    /**
     * The session's caller, with the role it has now.
     *
     * @throws AppException SESSION_ENDED if the account is no active member any more
     */
    public Caller callerOf(Session session) {
        return members.find(session.organization(), session.account())
                .filter(Membership::isActive)
                .map(membership -> new Caller(
                        session.account(),
                        session.id(),
                        session.organization(),
                        membership.role().wireName(),
                        membership.role().title(),
                        membership.role().grants()))
                .orElseThrow(() ->
                        new AppException(SESSION_ENDED, "You are not an active member of the organization any more."));
    }
}
