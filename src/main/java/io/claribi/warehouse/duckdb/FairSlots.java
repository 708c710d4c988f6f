package io.claribi.warehouse.duckdb;

import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.warehouse.WarehouseError;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A number of places that organizations share. None holds more than its part, and when a place is free it goes to the
 * organization that holds the fewest, among those to the one that waited longest.
 */
public final class FairSlots {
    private static final int WAITING_PER_PLACE = 16;

    private final int total;
    private final int perOrganization;
    private final Map<OrganizationId, Integer> held = new HashMap<>();
    private final Set<Waiter> waiters = new LinkedHashSet<>();
    private int taken;

    public FairSlots(int total, int perOrganization) {
        this.total = total;
        this.perOrganization = Math.min(perOrganization, total);
    }

    /**
     * Takes a place, waiting for it if need be.
     *
     * @throws AppException WAREHOUSE_BUSY if there was none in time, or too many of the organization's are waiting
     */
    public Slot take(OrganizationId organization, Duration patience) {
        var waiter = new Waiter(organization, new CompletableFuture<>());
        synchronized (this) {
            long queued = waiters.stream()
                    .filter(w -> w.organization.equals(organization))
                    .count();
            if (queued >= (long) WAITING_PER_PLACE * perOrganization) {
                throw busy();
            }
            waiters.add(waiter);
            grant();
        }
        try {
            return waiter.slot.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            giveUp(waiter);
            Thread.currentThread().interrupt();
            throw new AppException(WarehouseError.QUERY_CANCELLED, "The work was cancelled while it waited.");
        } catch (TimeoutException e) {
            giveUp(waiter);
            throw busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AppException busy() {
        return new AppException(
                WarehouseError.WAREHOUSE_BUSY,
                "Too much is running for your organization at this moment. Please try again in a few seconds.");
    }

    private synchronized void grant() {
        while (taken < total) {
            Waiter next = waiters.stream()
                    .filter(w -> held(w.organization) < perOrganization)
                    .min(Comparator.comparingInt(w -> held(w.organization)))
                    .orElse(null);
            if (next == null) {
                return;
            }
            waiters.remove(next);
            taken++;
            held.merge(next.organization, 1, Integer::sum);
            next.slot.complete(new Slot(next.organization));
        }
    }

    private int held(OrganizationId organization) {
        return held.getOrDefault(organization, 0);
    }

    synchronized int waiting() {
        return waiters.size();
    }

    private void giveUp(Waiter waiter) {
        synchronized (this) {
            waiters.remove(waiter);
        }
        // A place may have been granted in the same moment.
        if (waiter.slot.isDone()) {
            waiter.slot.join().close();
        }
    }

    private synchronized void release(OrganizationId organization) {
        taken--;
        held.computeIfPresent(organization, (id, count) -> count == 1 ? null : count - 1);
        grant();
    }

    private record Waiter(OrganizationId organization, CompletableFuture<Slot> slot) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** A place that is held until it is closed. */
    public final class Slot implements AutoCloseable {
        private final OrganizationId organization;
        private boolean closed;

        private Slot(OrganizationId organization) {
            this.organization = organization;
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                release(organization);
            }
        }
    }
}
