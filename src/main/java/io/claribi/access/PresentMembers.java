package io.claribi.access;

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
    // Apart from the memberships, so that a change of a role that thousands have is one message.
    private final WatchedCache<RolePlace, Optional<CustomRole>> roles;

    PresentMembers(
            MembershipStore store, CustomRoleStore customRoles, Invalidations invalidations, OrganizationWork work) {
        memberships = invalidations.cache(
                "membership", Place::name, place -> work.call(place.organization(), () -> store.find(place.account())));
        roles = invalidations.cache(
                "custom-role",
                RolePlace::name,
                place -> work.call(place.organization(), () -> customRoles.find(place.role())));
    }

    Optional<Membership> find(OrganizationId organization, AccountId account) {
        var place = new Place(organization, account);
        Optional<Membership> found = memberships.get(place);
        if (found.isEmpty() || !(found.get().role() instanceof CustomRole remembered)) {
            return found;
        }
        Optional<CustomRole> role = roles.get(new RolePlace(organization, remembered.id()));
        // What deleted the role gave its members another one in the same transaction.
        return role.isPresent() ? Optional.of(found.get().as(role.get())) : memberships.getAnew(place);
    }

    /** Makes every node look again, as of the transaction's end. */
    void forget(AccountId account) {
        memberships.invalidate(new Place(OrganizationScope.current(), account));
    }

    /** The same for all who have the role. */
    void forget(CustomRoleId role) {
        roles.invalidate(new RolePlace(OrganizationScope.current(), role));
    }

    /** An account in an organization. */
    private record Place(OrganizationId organization, AccountId account) {
        String name() {
            return organization.value() + "/" + account.value();
        }
    }

    /** A role of an organization. */
    private record RolePlace(OrganizationId organization, CustomRoleId role) {
        String name() {
            return organization.value() + "/" + role.value();
        }
    }
}
