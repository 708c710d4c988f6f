package io.claribi.access;

import static io.claribi.identity.IdentityError.SESSION_ENDED;

import io.claribi.identity.Session;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Invalidations;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.tenancy.WatchedCache;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a session may do at this moment. */
@Component
public class Callers {
    private final WatchedCache<Place, Optional<Membership>> memberships;
    private final Doors doors;

    Callers(MembershipStore store, Doors doors, Invalidations invalidations, OrganizationWork work) {
        this.doors = doors;
        memberships = invalidations.cache(
                "membership", Place::name, place -> work.call(place.organization(), () -> store.find(place.account())));
    }

    /**
     * The session's caller, with the role it has now.
     *
     * @throws AppException SESSION_ENDED if the account is no active member any more; ORGANIZATION_DISABLED or
     *     ORGANIZATION_CLOSING
     */
    public Caller callerOf(Session session) {
        Membership membership = memberships
                .get(new Place(session.organization(), session.account()))
                .filter(Membership::isActive)
                .orElseThrow(() ->
                        new AppException(SESSION_ENDED, "You are not an active member of the organization any more."));
        doors.check(session.organization(), membership.role() == BuiltInRole.OWNER);
        return new Caller(
                session.account(),
                session.id(),
                session.organization(),
                membership.role().wireName(),
                membership.role().permissions());
    }

    /** An account in an organization. */
    private record Place(OrganizationId organization, AccountId account) {
        String name() {
            return organization.value() + "/" + account.value();
        }
    }
}
