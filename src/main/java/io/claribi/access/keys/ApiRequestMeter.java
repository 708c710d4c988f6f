package io.claribi.access.keys;

import io.claribi.plans.Limit;
import io.claribi.plans.UsageMeter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How many requests came in this hour with the key that was used most; as the nodes have written it, seconds ago. */
@Component
class ApiRequestMeter implements UsageMeter {
    private final KeyUseStore store;
    private final Clock clock;

    ApiRequestMeter(KeyUseStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Limit limit() {
        return Limit.API_REQUESTS;
    }

    @Override
    public long used() {
        return store.most(hour());
    }

    @Override
    public Optional<Instant> resetsAt() {
        return Optional.of(hour().plus(1, ChronoUnit.HOURS));
    }

    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }
}
