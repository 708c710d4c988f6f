package io.claribi.plans;

import io.claribi.identity.OrganizationFounded;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationWork;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins trials and puts their ends on the record. Every node does, and it does no harm twice; if none did, the plan that
 * follows would hold all the same from the moment on.
 */
@Component
class Trials {
    private static final Logger log = LoggerFactory.getLogger(Trials.class);

    private final Subscriptions subscriptions;
    private final PlanEndStore ends;
    private final OrganizationWork work;
    private final TransactionTemplate transaction;

    Trials(Subscriptions subscriptions, PlanEndStore ends, OrganizationWork work, TransactionTemplate transaction) {
        this.subscriptions = subscriptions;
        this.ends = ends;
        this.work = work;
        this.transaction = transaction;
    }

    @EventListener
    void begin(OrganizationFounded event) {
        subscriptions.begin();
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void endThoseDue() {
        List<OrganizationId> due = transaction.execute(status -> ends.listDue());
        due.forEach(this::end);
    }

    private void end(OrganizationId organization) {
        try {
            work.run(organization, subscriptions::end);
        } catch (RuntimeException e) {
            log.warn("The end of a trial of {} could not be written down", organization.value(), e);
        }
    }
}
