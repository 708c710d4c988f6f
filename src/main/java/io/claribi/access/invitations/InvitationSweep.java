package io.claribi.access.invitations;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets links whose invitation was accepted long ago. Every node does, and it does no harm twice. */
@Component
class InvitationSweep {
    /** For so long a link that is opened once more says that it was accepted, and not merely that it is not good. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final InvitationLinks links;
    private final Clock clock;

    InvitationSweep(InvitationLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 17, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    @Transactional
    void sweep() {
        links.deleteAcceptedBefore(clock.instant().minus(KEPT));
    }
}
