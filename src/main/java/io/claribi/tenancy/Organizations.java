package io.claribi.tenancy;

import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The current organization itself. */
@Component
public class Organizations {
    private final OrganizationStore store;
    private final SignupSettings settings;
    private final Clock clock;

    Organizations(OrganizationStore store, SignupSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Founds the organization that the work around is bound to, on the plan of new ones.
     *
     * @throws IllegalArgumentException if the work is bound to another one
     */
    @Transactional
    public Organization found(OrganizationId id, String name) {
        if (!OrganizationScope.current().equals(id)) {
            throw new IllegalArgumentException("Only the current organization can be founded");
        }
        return store.insert(name, settings.signup());
    }

    /** The plan of new ones, as it is set. */
    public String signupPlan() {
        return settings.signup();
    }

    /** An organization as it will be once it is founded. */
    public Organization draft(OrganizationId id, String name) {
        return new Organization(id, name, settings.signup(), clock.instant());
    }

    @Transactional(readOnly = true)
    public Organization get() {
        return store.find().orElseThrow(Organizations::gone);
    }

    private static AppException gone() {
        return new AppException(TenancyError.ORGANIZATION_NOT_FOUND, "This organization no longer exists.");
    }

    /** Gives the current organization another name. */
    @Transactional
    public Organization rename(String name) {
        return store.rename(name);
    }

    /** Which plan the current organization has at this moment, and since when. */
    @Transactional(readOnly = true)
    public PlanTerm planTerm() {
        return store.findPlan().orElseThrow(Organizations::gone);
    }

    /** Gives the current organization another plan, or the same for another time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void setPlan(PlanTerm term) {
        store.setPlan(term);
    }

    /**
     * Writes down that the current organization's plan has ended; readers have seen the following one since. Of two that
     * try at once one does.
     *
     * @return the plan that has ended; empty if there is nothing to write down
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> endPlan() {
        return store.endPlan();
    }

    /**
     * Keeps everybody else of the organization from doing what also takes this lock, until the transaction ends: for what
     * must be counted before it is added to.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        if (!store.tryLock()) {
            throw gone();
        }
    }
}
