package io.claribi.query;

import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationScope;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets each organization do so many things at a time, and the rest wait. Idle organizations take no memory. */
final class OrganizationSlots {
    private final ConcurrentHashMap<OrganizationId, Slots> busy = new ConcurrentHashMap<>();
    private final int size;
    private final Duration wait;
    private final String refusal;

    OrganizationSlots(int size, Duration wait, String refusal) {
        this.size = size;
        this.wait = wait;
        this.refusal = refusal;
    }

    /**
     * Does the work when it is the current organization's turn.
     *
     * @throws AppException TOO_MANY_QUERIES if that does not come in time
     */
    <R, X extends Throwable> R call(ScopedValue.CallableOp<R, X> work) throws X {
        OrganizationId organization = OrganizationScope.current();
        Slots slots = enter(organization);
        try {
            acquire(slots);
            try {
                return work.call();
            } finally {
                slots.free.release();
            }
        } finally {
            leave(organization);
        }
    }

    int busyOrganizations() {
        return busy.size();
    }

    private Slots enter(OrganizationId organization) {
        return busy.compute(organization, (id, present) -> {
            Slots slots = present == null ? new Slots(new Semaphore(size, true)) : present;
            slots.users++;
            return slots;
        });
    }

    private void leave(OrganizationId organization) {
        busy.computeIfPresent(organization, (id, slots) -> --slots.users == 0 ? null : slots);
    }

    private void acquire(Slots slots) {
        try {
            if (!slots.free.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new AppException(QueryError.TOO_MANY_QUERIES, refusal);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for a turn");
        }
    }

    /** {@code users} is only touched inside the map's own lock on the organization. */
    private static final class Slots {
        private final Semaphore free;
        private int users;

        Slots(Semaphore free) {
            this.free = free;
        }
    }
}
