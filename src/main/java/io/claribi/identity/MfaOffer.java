package io.claribi.identity;

import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationWork;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Whether an organization's members may enrol a second factor. Who has one keeps it, whatever the answer becomes. */
@Component
public class MfaOffer {
    private final ApplicationEventPublisher events;
    private final OrganizationWork work;

    MfaOffer(ApplicationEventPublisher events, OrganizationWork work) {
        this.events = events;
        this.work = work;
    }

    /**
     * @throws AppException what whoever hears of {@link MfaEnrolling} objects, such as PLAN_FEATURE_MISSING
     */
    public void check(OrganizationId organization) {
        work.run(organization, () -> events.publishEvent(new MfaEnrolling()));
    }

    public boolean holds(OrganizationId organization) {
        try {
            check(organization);
            return true;
        } catch (AppException e) {
            return false;
        }
    }
}
