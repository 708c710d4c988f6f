package io.claribi.identity;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets sessions a week after they were over. Every node does, and it does no harm twice. */
@Component
class SessionSweep {
    private static final Logger log = LoggerFactory.getLogger(SessionSweep.class);
    private static final Duration KEPT = Duration.ofDays(7);

    private final SessionStore store;
    private final SessionClock clock;
    private final TransactionTemplate transaction;

    SessionSweep(SessionStore store, SessionClock clock, TransactionTemplate transaction) {
        this.store = store;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        Integer gone =
                transaction.execute(status -> store.deleteOver(clock.now().minus(KEPT)));
        log.debug("Forgot {} sessions", gone);
    }
}
