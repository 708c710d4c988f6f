package io.claribi.identity.passkeys;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets answered challenges that are too old to be answered again. Every node does, and it does no harm twice. */
@Component
class ChallengeSweep {
    private final AnsweredChallengeStore store;
    private final Clock clock;

    ChallengeSweep(AnsweredChallengeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 11, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void sweep() {
        store.deleteOver(clock.instant());
    }
}
