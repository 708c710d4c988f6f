package io.claribi.identity;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Drops what log-ins leave behind once it is good for nothing. Every node does, and it does no harm twice. */
@Component
class LogInSweep {
    private static final Logger log = LoggerFactory.getLogger(LogInSweep.class);

    private final FailureStore failures;
    private final KnownDeviceStore devices;
    private final PendingLogInStore pending;
    private final ThrottleSettings settings;
    private final SessionClock clock;
    private final TransactionTemplate transaction;

    LogInSweep(
            FailureStore failures,
            KnownDeviceStore devices,
            PendingLogInStore pending,
            ThrottleSettings settings,
            SessionClock clock,
            TransactionTemplate transaction) {
        this.failures = failures;
        this.devices = devices;
        this.pending = pending;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 11, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        Instant now = clock.now();
        drop("counts of failures", () -> failures.deleteOlder(now.minus(settings.longestMemory())));
        drop("devices", () -> devices.deleteUnseen(now.minus(KnownDevices.REMEMBERED)));
        drop("log-ins that nobody went on with", () -> pending.deleteOver(now));
    }

    private void drop(String what, java.util.function.IntSupplier work) {
        Integer gone = transaction.execute(status -> work.getAsInt());
        log.debug("Dropped {} {}", gone, what);
    }
}
