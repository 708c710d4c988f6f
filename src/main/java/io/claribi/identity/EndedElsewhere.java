package io.claribi.identity;

import io.claribi.jobs.ServerTask;
import io.claribi.kernel.SessionId;
import io.claribi.tenancy.OrganizationWork;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells an organization's trail of a session that was ended by work in another organization, whose transaction could not
 * write there: a new password, say, ends the account's sessions wherever they are. Committed with the end itself, so that
 * the trail hears of it whatever happens; after a crash it may hear of it twice.
 */
@Component
class EndedElsewhere implements ServerTask {
    private final SessionStore store;
    private final ApplicationEventPublisher events;
    private final OrganizationWork work;
    private final TransactionTemplate transaction;

    EndedElsewhere(
            SessionStore store,
            ApplicationEventPublisher events,
            OrganizationWork work,
            TransactionTemplate transaction) {
        this.store = store;
        this.events = events;
        this.work = work;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return "session-ended";
    }

    @Override
    public Optional<Instant> run(UUID id) {
        Optional<SessionStore.Ended> ended = transaction.execute(status -> store.findEnded(new SessionId(id)));
        ended.ifPresent(session -> work.run(session.organization(), () -> events.publishEvent(session.event())));
        return Optional.empty();
    }
}
