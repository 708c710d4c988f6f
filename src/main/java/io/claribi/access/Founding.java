package io.claribi.access;

import io.claribi.identity.OrganizationFounded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes whoever founds an organization its Owner, in the transaction that founds it. */
@Component
class Founding {
    private final MembershipStore memberships;
    private final ApplicationEventPublisher events;

    Founding(MembershipStore memberships, ApplicationEventPublisher events) {
        this.memberships = memberships;
        this.events = events;
    }

    @EventListener
    void makeOwner(OrganizationFounded event) {
        memberships.insert(new Membership(event.founder().id(), BuiltInRole.OWNER, Membership.Status.ACTIVE));
        events.publishEvent(new MemberJoined(event.founder(), BuiltInRole.OWNER));
    }
}
