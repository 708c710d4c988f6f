package io.claribi.access;

import static io.claribi.identity.IdentityError.SESSION_ENDED;

import io.claribi.identity.Session;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Credential;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.SessionId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What somebody may do at this moment who has shown who they are. */
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
        return find(session.account(), session.organization(), session.id()).orElseThrow(Callers::noMember);
    }

    /**
     * Whoever shows this for an account, with the role that it has now; empty if it is no active member.
     *
     * @throws AppException ORGANIZATION_DISABLED or ORGANIZATION_CLOSING
     */
    public Optional<Caller> find(AccountId account, OrganizationId organization, Credential shown) {
        return members.find(organization, account).filter(Membership::isActive).map(membership -> {
            // While it is being deleted nobody gets in but the Owner in person: programs stop.
            doors.check(organization, membership.isOwner() && shown instanceof SessionId);
            return new Caller(
                    account,
                    shown,
                    organization,
                    membership.role().wireName(),
                    membership.role().title(),
                    membership.role().grants());
        });
    }

    static AppException noMember() {
        return new AppException(SESSION_ENDED, "You are not an active member of the organization any more.");
    }
}
