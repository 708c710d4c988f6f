package io.claribi.dashboards;

import io.claribi.access.MemberChanged.MemberRemoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives the dashboards of whoever is no member any more to the heir, in the transaction that ends the membership. */
@Component
class InheritedDashboards {
    private final DashboardStore store;

    InheritedDashboards(DashboardStore store) {
        this.store = store;
    }

    @EventListener
    void handOn(MemberRemoved event) {
        store.changeCreator(event.member(), event.heir());
    }
}
