package io.claribi.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** When a session is over by itself. */
@Component
class SessionClock {
    private final IdentitySettings settings;
    private final Clock clock;

    SessionClock(IdentitySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** To the microsecond, as PostgreSQL keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Instant end(Instant beginning) {
        return beginning.plus(settings.sessionLife());
    }
}
