package io.claribi.secrets;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees on every server whether there is something to seal anew, and measures what is left of it. */
@Component
class ResealingJob {
    private static final Logger log = LoggerFactory.getLogger(ResealingJob.class);
    /** How long altered secrets are left alone: they would only fail again. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Resealing resealing;
    private final KeyRing ring;
    private final PlatformKeyStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private Instant notBefore = Instant.MIN;
    private Set<String> triedWith = Set.of();
    private volatile long left;
    private volatile long unreadable;

    ResealingJob(
            Resealing resealing,
            KeyRing ring,
            PlatformKeyStore store,
            TransactionTemplate transaction,
            Clock clock,
            ObjectProvider<MeterRegistry> metrics) {
        this.resealing = resealing;
        this.ring = ring;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
        metrics.ifAvailable(this::measure);
    }

    private void measure(MeterRegistry registry) {
        Gauge.builder("claribi.secrets.left", this, job -> job.left)
                .description("Data keys and secrets that an older platform key seals")
                .register(registry);
        Gauge.builder("claribi.secrets.unreadable", this, job -> job.unreadable)
                .description("Data keys and secrets whose platform key is lost")
                .register(registry);
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void run() {
        Set<String> keys = ring.all().stream().map(key -> key.id()).collect(Collectors.toSet());
        if (keys.equals(triedWith) && clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            boolean stuck = resealing.run() > 0;
            triedWith = keys;
            notBefore = stuck ? clock.instant().plus(PATIENCE) : Instant.MIN;
        } catch (DataAccessException | TransactionException e) {
            log.warn("Sealing anew was interrupted; it goes on in a moment", e);
        }
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 60_000)
    void count() {
        try {
            List<KeyUse> uses = transaction.execute(status -> store.listUses());
            String sealing = transaction.execute(status -> ring.sealing().id());
            left = uses.stream()
                    .filter(use -> !use.keyId().equals(sealing) && ring.isHeld(use.keyId()))
                    .mapToLong(KeyUse::total)
                    .sum();
            unreadable = uses.stream()
                    .filter(use -> !ring.isHeld(use.keyId()))
                    .mapToLong(KeyUse::total)
                    .sum();
        } catch (DataAccessException | TransactionException e) {
            log.debug("Secrets can't be counted just now", e);
        }
    }
}
