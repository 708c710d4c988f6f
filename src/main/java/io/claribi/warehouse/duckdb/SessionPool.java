package io.claribi.warehouse.duckdb;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationFolder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps sessions for their next query, each with its own organization's. No more are idle than may work at once: the
 * one idle longest ends when room is needed.
 */
final class SessionPool implements AutoCloseable {
    private final SessionLimits limits;
    private final int mostIdle;
    private final Duration lifetime;
    private final Clock clock;
    private final Map<OrganizationId, OrganizationSessions> idle = new HashMap<>();
    private boolean closed;

    SessionPool(SessionLimits limits, int mostIdle, Duration lifetime, Clock clock) {
        this.limits = limits;
        this.mostIdle = mostIdle;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    RelationSession lend(OrganizationFolder folder) {
        synchronized (this) {
            OrganizationSessions sessions = idle.get(folder.organization());
            if (sessions != null) {
                var session = sessions.take(folder);
                forgetIfEmpty(folder.organization());
                if (session.isPresent()) {
                    return session.get();
                }
            }
        }
        return new RelationSession(DuckSession.open(folder, limits, List.of()));
    }

    void giveBack(RelationSession session) {
        if (!session.isReusable()) {
            session.close();
            return;
        }
        synchronized (this) {
            if (!closed) {
                idle.computeIfAbsent(session.organization(), OrganizationSessions::new)
                        .put(session, clock.instant());
                makeRoom().forEach(RelationSession::close);
                return;
            }
        }
        session.close();
    }

    private List<RelationSession> makeRoom() {
        var ended = new ArrayList<RelationSession>();
        while (size() > mostIdle) {
            var oldest = idle.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().oldest().orElse(Instant.MAX)))
                    .orElseThrow();
            ended.addAll(oldest.getValue()
                    .takeOlderThan(oldest.getValue().oldest().orElseThrow().plusNanos(1)));
            forgetIfEmpty(oldest.getKey());
        }
        return ended;
    }

    synchronized int size() {
        return idle.values().stream().mapToInt(OrganizationSessions::size).sum();
    }

    /** Ends the idle sessions of an organization. */
    void end(OrganizationId organization) {
        OrganizationSessions sessions;
        synchronized (this) {
            sessions = idle.remove(organization);
        }
        if (sessions != null) {
            sessions.takeOlderThan(Instant.MAX).forEach(RelationSession::close);
        }
    }

    /** Ends the sessions that had no work for too long. */
    void endOld() {
        end(clock.instant().minus(lifetime));
    }

    void endIdle() {
        end(Instant.MAX);
    }

    private void end(Instant olderThan) {
        var ended = new ArrayList<RelationSession>();
        synchronized (this) {
            for (OrganizationId organization : List.copyOf(idle.keySet())) {
                OrganizationSessions sessions = idle.get(organization);
                if (sessions != null) {
                    ended.addAll(sessions.takeOlderThan(olderThan));
                    forgetIfEmpty(organization);
                }
            }
        }
        ended.forEach(RelationSession::close);
    }

    private void forgetIfEmpty(OrganizationId organization) {
        idle.computeIfPresent(organization, (id, sessions) -> sessions.size() == 0 ? null : sessions);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        end(Instant.MAX);
    }
}
