package io.claribi.plans.stripe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets events that can't come again: Stripe repeats one for three days. Every node does, and it does no harm twice. */
@Component
@WithStripe
class StripeEventSweep {
    static final Duration KEPT = Duration.ofDays(30);

    private final StripeEventStore events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StripeEventSweep(StripeEventStore events, TransactionTemplate transaction, Clock clock) {
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 13, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        Instant time = clock.instant().minus(KEPT);
        transaction.executeWithoutResult(status -> events.deleteOlder(time));
    }
}
