package io.claribi.access;

import io.claribi.access.roles.BuiltInRole;
import io.claribi.identity.OrganizationFounded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes whoever founds an organization its Owner, in the transaction that founds it. */
@Component
class Founding {
    private final Memberships memberships;

    Founding(Memberships memberships) {
        this.memberships = memberships;
    }

    @EventListener
    void makeOwner(OrganizationFounded event) {
        memberships.add(event.founder(), BuiltInRole.OWNER);
    }
}
