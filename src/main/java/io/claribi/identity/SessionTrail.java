package io.claribi.identity;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.tenancy.OrganizationWork;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the trails of organizations what happens to sessions in them. */
@Component
class SessionTrail {
    private final ApplicationEventPublisher events;
    private final OrganizationWork work;

    SessionTrail(ApplicationEventPublisher events, OrganizationWork work) {
        this.events = events;
        this.work = work;
    }

    void loggedIn(Accounts.Entrant entrant) {
        events.publishEvent(new LoggedIn(entrant.account(), entrant.factor()));
    }

    void loggedOut(Account account) {
        events.publishEvent(new LoggedOut(account));
    }

    void stepUpFailed(OrganizationId organization, Account account) {
        work.run(organization, () -> events.publishEvent(new StepUpFailed(account)));
    }

    /** Tells the organization of the session, which need not be the one that the transaction is bound to. */
    void revoked(OrganizationId organization, SessionRevoked event) {
        if (OrganizationScope.find().equals(Optional.of(organization))) {
            events.publishEvent(event);
        } else {
            afterCommit(() -> work.run(organization, () -> events.publishEvent(event)));
        }
    }

    private static void afterCommit(Runnable task) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.startVirtualThread(task);
            }
        });
    }
}
