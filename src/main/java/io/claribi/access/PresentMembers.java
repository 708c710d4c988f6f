package io.claribi.access;

import io.claribi.access.roles.CustomRole;
import io.claribi.access.roles.PresentRoles;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Invalidations;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.tenancy.WatchedCache;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is a member at this moment, and as what: asked with each request, and remembered until it changes. */
@Component
class PresentMembers {
    private final WatchedCache<Place, Optional<Membership>> memberships;
    private final PresentRoles roles;

    PresentMembers(MembershipStore store, PresentRoles roles, Invalidations invalidations, OrganizationWork work) {
        memberships = invalidations.cache(
                "membership", Place::name, place -> work.call(place.organization(), () -> store.find(place.account())));
        this.roles = roles;
    }

    Optional<Membership> find(OrganizationId organization, AccountId account) {
        var place = new Place(organization, account);
        Optional<Membership> found = memberships.get(place);
        if (found.isEmpty() || !(found.get().role() instanceof CustomRole remembered)) {
            return found;
        }
        Optional<CustomRole> role = roles.find(organization, remembered.id());
        // What deleted the role gave its members another one in the same transaction.
        return role.isPresent() ? Optional.of(found.get().as(role.get())) : memberships.getAnew(place);
    }

    /** Makes every node look again, as of the transaction's end. */
    void forget(AccountId account) {
        memberships.invalidate(new Place(OrganizationScope.current(), account));
    }

    /** An account in an organization. */
    private record Place(OrganizationId organization, AccountId account) {
        String name() {
            return organization.value() + "/" + account.value();
        }
    }
}
