package io.claribi.identity;

import io.claribi.kernel.AppException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets the tries at one subject pass two at a time on this node, the others in the order of arrival. So fifty programs
 * that log in at once with the right password of one account are not taken for guesses, and however many wait, for their
 * turn or for a delay, there is an end to it.
 */
final class Turns {
    private static final int AT_ONCE = 2;
    private static final int MOST_IN_LINE = 100;
    private static final int MOST = 1_000;
    private static final int LONGEST_WAIT_SECONDS = 30;

    private final ConcurrentMap<String, Line> lines = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();

    /**
     * @throws AppException PASSWORD_WORK_BUSY if too many wait, or this one for too long
     */
    <R> R take(String subject, Supplier<R> work) {
        Semaphore places = join(subject);
        try {
            if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw PasswordHasher.busy();
            }
            try {
                return work.get();
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PasswordHasher.busy();
        } finally {
            leave(subject);
        }
    }

    private Semaphore join(String subject) {
        if (all.incrementAndGet() > MOST) {
            all.decrementAndGet();
            throw PasswordHasher.busy();
        }
        Line line = lines.merge(subject, new Line(new Semaphore(AT_ONCE, true), 1), (there, mine) -> there.with(1));
        if (line.length() > MOST_IN_LINE) {
            leave(subject);
            throw PasswordHasher.busy();
        }
        return line.places();
    }

    private void leave(String subject) {
        lines.computeIfPresent(subject, (key, line) -> line.length() == 1 ? null : line.with(-1));
        all.decrementAndGet();
    }

    /** Who is at it or waits for it. */
    private record Line(Semaphore places, int length) {
        Line with(int more) {
            return new Line(places, length + more);
        }
    }
}
