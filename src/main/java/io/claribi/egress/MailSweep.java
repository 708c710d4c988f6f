package io.claribi.egress;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets mails some days after they ended. Every node does, and it does no harm twice. */
@Component
class MailSweep {
    private static final Logger log = LoggerFactory.getLogger(MailSweep.class);

    private final MailStore store;
    private final MailCarrier carrier;
    private final MailSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailSweep(
            MailStore store, MailCarrier carrier, MailSettings settings, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.carrier = carrier;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 12, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        Instant before = clock.instant().minus(settings.kept());
        Integer gone = transaction.execute(status -> store.deleteFinished(before));
        carrier.forget(before);
        log.debug("Forgot {} mails", gone);
    }
}
