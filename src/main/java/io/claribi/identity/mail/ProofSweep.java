package io.claribi.identity.mail;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets proofs, registrations and changes that nobody finished. Every node does, and it does no harm twice. */
@Component
class ProofSweep {
    private final MailedProofStore proofs;
    private final PendingRegistrations registrations;
    private final EmailChangeStore changes;
    private final Clock clock;

    ProofSweep(MailedProofStore proofs, PendingRegistrations registrations, EmailChangeStore changes, Clock clock) {
        this.proofs = proofs;
        this.registrations = registrations;
        this.changes = changes;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 11, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    @Transactional
    void sweep() {
        proofs.deleteExpired(clock.instant());
        registrations.deleteOld();
        changes.deleteOld();
    }
}
