package io.claribi.identity;

import java.time.Duration;

/** Waits, in place of the one who asks. */
@FunctionalInterface
interface Pause {
    void take(Duration time);
}
