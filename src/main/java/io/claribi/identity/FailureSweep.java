package io.claribi.identity;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Drops counts that have come down to nothing. Every node does, and it does no harm twice. */
@Component
class FailureSweep {
    private static final Logger log = LoggerFactory.getLogger(FailureSweep.class);

    private final FailureStore store;
    private final ThrottleSettings settings;
    private final SessionClock clock;
    private final TransactionTemplate transaction;

    FailureSweep(FailureStore store, ThrottleSettings settings, SessionClock clock, TransactionTemplate transaction) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 11, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        Integer gone =
                transaction.execute(status -> store.deleteOlder(clock.now().minus(settings.longestMemory())));
        log.debug("Dropped {} counts of failures", gone);
    }
}
