package io.claribi.access.roles;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Invalidations;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.tenancy.WatchedCache;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What custom roles hold at this moment: apart from who has them, so that a change of what thousands have is one message. */
@Component
public class PresentRoles {
    private final WatchedCache<Place, Optional<CustomRole>> roles;

    PresentRoles(CustomRoleStore store, Invalidations invalidations, OrganizationWork work) {
        roles = invalidations.cache(
                "custom-role", Place::name, place -> work.call(place.organization(), () -> store.find(place.role())));
    }

    public Optional<CustomRole> find(OrganizationId organization, CustomRoleId role) {
        return roles.get(new Place(organization, role));
    }

    /** Makes every node look again, as of the transaction's end. */
    void forget(CustomRoleId role) {
        roles.invalidate(new Place(OrganizationScope.current(), role));
    }

    /** A role of an organization. */
    private record Place(OrganizationId organization, CustomRoleId role) {
        String name() {
            return organization.value() + "/" + role.value();
        }
    }
}
