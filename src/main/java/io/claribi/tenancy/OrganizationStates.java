package io.claribi.tenancy;

import io.claribi.kernel.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whether organizations are at work: read at each request and before each job, and a change acts on the next one on every node. */
@Component
public class OrganizationStates {
    private final OrganizationStateStore store;
    private final ApplicationEventPublisher events;
    private final WatchedCache<OrganizationId, OrganizationState> states;

    OrganizationStates(
            OrganizationStateStore store,
            ApplicationEventPublisher events,
            Invalidations invalidations,
            OrganizationWork work) {
        this.store = store;
        this.events = events;
        states = invalidations.cache(
                "organization-state",
                id -> id.value().toString(),
                id -> work.call(id, () -> store.find().orElse(OrganizationState.GONE)));
    }

    /**
     * An organization's state, also where none is bound.
     *
     * @throws IllegalStateException if another organization is bound
     */
    public OrganizationState of(OrganizationId organization) {
        return states.get(organization);
    }

    /** Lets nobody of the current organization in any more; tells whether they were let in before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean disable() {
        return changed(store.disable());
    }

    /** Lets the members of the current organization in again; tells whether they were kept out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean enable() {
        return changed(store.enable());
    }

    /** Begins the grace after which the current organization is deleted; if it has begun before, it stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant beginClosing() {
        events.publishEvent(new OrganizationClosing(OrganizationScope.current()));
        Instant closesAt = store.beginClosing();
        changed(true);
        return closesAt;
    }

    /** Keeps the current organization after all; tells whether that was in time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean stopClosing() {
        return changed(store.stopClosing());
    }

    /** The current organization's state as it is in the database, rather than as it is remembered. */
    @Transactional(readOnly = true)
    public OrganizationState read() {
        return store.find().orElse(OrganizationState.GONE);
    }

    /** Has every node look again, as of the transaction's end. */
    void forget() {
        states.invalidate(OrganizationScope.current());
    }

    /** From when on the current organization is deleted, if that is what its Owner wants; as it is in the database. */
    @Transactional(readOnly = true)
    public Optional<Instant> findClosing() {
        return store.find().flatMap(state -> Optional.ofNullable(state.closesAt()));
    }

    private boolean changed(boolean changed) {
        if (changed) {
            states.invalidate(OrganizationScope.current());
        }
        return changed;
    }
}
