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

    Callers(MembershipStore store, Invalidations invalidations, OrganizationWork work) {
        memberships = invalidations.cache(
                "membership", Place::name, place -> work.call(place.organization(), () -> store.find(place.account())));
    }

    /**
     * The session's caller, with the role it has now.
     *
     * @throws AppException SESSION_ENDED if the account is no active member any more
     */
    public Caller callerOf(Session session) {
        return memberships
                .get(new Place(session.organization(), session.account()))
                .filter(Membership::isActive)
                .map(membership -> new Caller(
                        session.account(),
                        session.id(),
                        session.organization(),
                        membership.role().wireName(),
                        membership.role().permissions()))
                .orElseThrow(() ->
                        new AppException(SESSION_ENDED, "You are not an active member of the organization any more."));
    }

    /** An account in an organization. */
    private record Place(OrganizationId organization, AccountId account) {
        String name() {
            return organization.value() + "/" + account.value();
        }
    }
}
