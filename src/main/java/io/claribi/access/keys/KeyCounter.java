package io.claribi.access.keys;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One node's count of one key's requests in the hour of the clock. */
final class KeyCounter {
    /** Of what is left to a key, a node may use one part in so many before it asks what others have used meanwhile. */
    private static final long PARTS = 10;
    /** After so long it asks in any case. */
    private static final Duration FRESH = Duration.ofSeconds(5);
    /** After so long, when nothing is left by what it knows: the plan may have changed. */
    private static final Duration REFUSED_FRESH = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Function<Counted, Known> exchange;

    private Instant hour = Instant.EPOCH;
    private Instant lastUse = Instant.EPOCH;
    private Instant knownAt = Instant.EPOCH;
    private Known known = new Known(0, 0);
    private long unwritten;
    private boolean retired;

    /** @param exchange writes down what was counted, and tells what is known then */
    KeyCounter(Function<Counted, Known> exchange) {
        this.exchange = exchange;
    }

    /** Counts a request if one is left; absent if this counter is out of use. */
    @Nullable
    KeyQuota take(Instant now) {
        lock.lock();
        try {
            if (retired) {
                return null;
            }
            enter(now);
            if (isDue(now)) {
                exchange(now);
            }
            boolean granted = left() > 0;
            if (granted) {
                unwritten++;
                lastUse = now;
            }
            return new KeyQuota(granted, known.limit(), Math.max(left(), 0), secondsLeft(now));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Writes down what was counted since the last time.
     *
     * @return whether nobody has used the key for so long, and the counter is out of use from now on
     */
    boolean write(Instant now, Duration idle) {
        lock.lock();
        try {
            if (unwritten > 0) {
                exchange(now);
            }
            retired = now.isAfter(lastUse.plus(idle));
            return retired;
        } finally {
            lock.unlock();
        }
    }

    /** What was counted in the hour before belongs to it. */
    private void enter(Instant now) {
        Instant present = now.truncatedTo(ChronoUnit.HOURS);
        if (present.isAfter(hour)) {
            if (unwritten > 0) {
                exchange(now);
            }
            hour = present;
            knownAt = Instant.EPOCH;
        }
    }

    private boolean isDue(Instant now) {
        long share = Math.max((known.limit() - known.used()) / PARTS, 1);
        return unwritten >= share || now.isAfter(knownAt.plus(left() > 0 ? FRESH : REFUSED_FRESH));
    }

    private void exchange(Instant now) {
        known = exchange.apply(new Counted(hour, unwritten, lastUse));
        unwritten = 0;
        knownAt = now;
    }

    private long left() {
        return known.limit() - known.used() - unwritten;
    }

    private long secondsLeft(Instant now) {
        return Math.max(Duration.between(now, hour.plus(1, ChronoUnit.HOURS)).toSeconds(), 1);
    }

    /**
     * What a node has counted.
     *
     * @param hour in which, by its first moment
     */
    record Counted(Instant hour, long requests, Instant lastUse) {}

    /** What all nodes together have written of the hour, and how much of it there may be. */
    record Known(long used, long limit) {}
}
