package io.claribi.egress;

import io.claribi.egress.MailStore.Claimed;
import io.claribi.egress.MailStore.Ordered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Which mails there are to send, and what became of them. Each step is of the transaction around. */
@Component
class MailBook {
    private static final Logger log = LoggerFactory.getLogger(MailBook.class);
    private static final Duration HOUR = Duration.ofHours(1);

    private final MailStore store;
    private final MailRetries retries;
    private final MailMeters meters;
    private final Clock clock;

    MailBook(MailStore store, MailRetries retries, MailMeters meters, Clock clock) {
        this.store = store;
        this.retries = retries;
        this.meters = meters;
        this.clock = clock;
    }

    /** Whether the order was entered: not if there were as many in the last hour already. */
    boolean enter(UUID id, MailOrder order, MailComposer composer) {
        Instant now = clock.instant();
        store.lock(order);
        Ordered ordered = store.countSince(order, now.minus(HOUR));
        if (ordered.forRecipient() >= composer.mostAnHour() || ordered.byAccount() >= composer.mostAnHourByAccount()) {
            meters.limited();
            return false;
        }
        store.insert(id, order, now);
        return true;
    }

    Optional<Claimed> claim(UUID id) {
        return store.claim(id);
    }

    /** Puts a claimed mail back; tells when to try again, unless it is given up. */
    Optional<Instant> postpone(UUID id, Claimed claimed, String reply) {
        String kind = claimed.order().kind();
        Optional<Instant> next = retries.next(claimed.attempts(), claimed.orderedAt(), clock.instant());
        if (next.isPresent()) {
            log.warn("Mail {} ({}) was not taken and will be tried again: {}", id, kind, reply);
            store.postpone(id, reply);
        } else {
            log.warn("Mail {} ({}) was given up: {}", id, kind, reply);
            finish(id, MailStatus.FAILED, reply);
        }
        return next;
    }

    /** Whether the mail was being sent, and has now ended. */
    boolean finish(UUID id, MailStatus ending, @Nullable String reply) {
        boolean ended = store.finish(id, ending, reply, clock.instant());
        if (ended) {
            meters.ended(ending);
        }
        return ended;
    }
}
