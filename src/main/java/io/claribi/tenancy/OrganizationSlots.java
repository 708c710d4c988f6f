package io.claribi.tenancy;

import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets each organization do so many things at a time, and the rest wait, up to a point. Idle organizations take no
 * memory.
 */
public final class OrganizationSlots {
    private static final int WAITING_PER_SLOT = 16;

    private final ConcurrentHashMap<OrganizationId, Slots> busy = new ConcurrentHashMap<>();
    private final int size;
    private final Duration wait;
    private final Supplier<AppException> refusal;

    /**
     * @param size how many things at a time
     * @param wait how long one waits for its turn
     * @param refusal thrown when that does not come, or too many are waiting already
     */
    public OrganizationSlots(int size, Duration wait, Supplier<AppException> refusal) {
        this.size = size;
        this.wait = wait;
        this.refusal = refusal;
    }

    /**
     * Does the work when it is the organization's turn.
     *
     * @throws AppException the refusal
     */
    public <R extends @Nullable Object, X extends Throwable> R call(
            OrganizationId organization, ScopedValue.CallableOp<? extends R, X> work) throws X {
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

    /** How many of the organization's are at work or wait. */
    int users(OrganizationId organization) {
        Slots slots = busy.get(organization);
        return slots == null ? 0 : slots.users;
    }

    private Slots enter(OrganizationId organization) {
        return busy.compute(organization, (id, present) -> {
            Slots slots = present == null ? new Slots(new Semaphore(size, true)) : present;
            if (slots.users >= size * (1 + WAITING_PER_SLOT)) {
                throw refusal.get();
            }
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
                throw refusal.get();
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
