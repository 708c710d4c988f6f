package io.claribi.identity;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Lets answers come at full quarters of a second only, so that their time doesn't tell what was done for them. */
@Component
class Beat {
    private static final Duration LENGTH = Duration.ofMillis(250);

    private final Pause pause;
    private final SessionClock clock;

    Beat(Pause pause, SessionClock clock) {
        this.pause = pause;
        this.clock = clock;
    }

    Instant start() {
        return clock.now();
    }

    void await(Instant start) {
        long taken = Math.max(0, Duration.between(start, clock.now()).toNanos());
        pause.take(LENGTH.minusNanos(taken % LENGTH.toNanos()));
    }
}
