package io.claribi.warehouse.duckdb;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationFolder;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The sessions of one organization that have no work. A session can't come in here from another one. */
final class OrganizationSessions {
    private final OrganizationId organization;
    private final Deque<Idle> idle = new ArrayDeque<>();

    OrganizationSessions(OrganizationId organization) {
        this.organization = organization;
    }

    /** The one that was in use last: its caches are the warmest, and the others may grow old and end. */
    Optional<RelationSession> take(OrganizationFolder folder) {
        check(folder.organization());
        return Optional.ofNullable(idle.pollLast()).map(Idle::session);
    }

    void put(RelationSession session, Instant now) {
        check(session.organization());
        idle.addLast(new Idle(session, now));
    }

    List<RelationSession> takeOlderThan(Instant time) {
        var old = new ArrayList<RelationSession>();
        while (!idle.isEmpty() && idle.getFirst().since().isBefore(time)) {
            old.add(idle.removeFirst().session());
        }
        return old;
    }

    Optional<Instant> oldest() {
        return Optional.ofNullable(idle.peekFirst()).map(Idle::since);
    }

    int size() {
        return idle.size();
    }

    private void check(OrganizationId other) {
        if (!organization.equals(other)) {
            throw new IllegalArgumentException("This session belongs to another organization");
        }
    }

    private record Idle(RelationSession session, Instant since) {}
}
