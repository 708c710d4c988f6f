package io.claribi.connectors;

import io.claribi.access.MemberChanged.MemberRemoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives the sources of whoever is no member any more to the heir, in the transaction that ends the membership. */
@Component
class InheritedSources {
    private final DataSourceStore store;

    InheritedSources(DataSourceStore store) {
        this.store = store;
    }

    @EventListener
    void handOn(MemberRemoved event) {
        store.changeCreator(event.member(), event.heir());
    }
}
