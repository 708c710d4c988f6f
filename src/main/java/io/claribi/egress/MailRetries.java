package io.claribi.egress;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** When a mail that was not taken is tried again (RFC 5321 §4.5.4.1). */
@Component
class MailRetries {
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final int MOST_DOUBLINGS = 20;

    private final MailSettings settings;

    MailRetries(MailSettings settings) {
        this.settings = settings;
    }

    /** Empty when it is given up. Up to a fifth later than the schedule, so that many don't come back at once. */
    Optional<Instant> next(int attempts, Instant orderedAt, Instant now) {
        Duration doubled = settings.retryAfter().multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        Duration delay = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        Instant next = now.plus(delay).plusMillis(ThreadLocalRandom.current().nextLong(delay.toMillis() / 5 + 1));
        return next.isAfter(orderedAt.plus(settings.retryFor())) ? Optional.empty() : Optional.of(next);
    }
}
