package io.claribi.identity;

import java.time.Duration;

/**
 * How many failures are borne: a bucket that a try adds one to and that empties with time.
 *
 * @param free so many cost nothing
 * @param doubling after that, so many more double the delay
 * @param limit once so many are counted, no try is judged
 * @param lock for so long; one more failure after that locks again
 * @param memory in so long a full bucket empties
 */
record Leniency(int free, int doubling, int limit, Duration lock, Duration memory) {
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 3;

    /** How long the try waits with which so many are counted. */
    Duration delay(double failures) {
        long beyond = Math.round(failures) - free;
        if (beyond <= 0) {
            return Duration.ZERO;
        }
        long doublings = Math.min((beyond - 1) / doubling, MOST_DOUBLINGS);
        return SHORTEST.multipliedBy(1L << doublings);
    }

    /** The count from which on it is locked. A few seconds of forgetting between ten in a row don't make them nine. */
    double full() {
        return limit - 0.5;
    }

    double forgottenPerSecond() {
        return limit / (memory.toMillis() / 1000.0);
    }
}
