package io.claribi.plans;

import static io.claribi.plans.PlansError.PLAN_NOT_CHOOSABLE;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.tenancy.Organizations;
import io.claribi.tenancy.PlanTerm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which plan the current organization has. Whatever changes it comes by here. */
@Component
public class Subscriptions {
    private final Organizations organizations;
    private final Plans plans;
    private final PlanEndStore ends;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Subscriptions(
            Organizations organizations,
            Plans plans,
            PlanEndStore ends,
            ApplicationEventPublisher events,
            Clock clock) {
        this.organizations = organizations;
        this.plans = plans;
        this.ends = ends;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Subscription get() {
        PlanTerm term = organizations.planTerm();
        return new Subscription(plans.get(term.plan()), term.since(), term.endsAt());
    }

    /**
     * A plan that an Owner may choose.
     *
     * @throws AppException PLAN_NOT_CHOOSABLE
     */
    public Plan choosable(String name) {
        return plans.find(name).filter(Plan::isChoosable).orElseThrow(() -> {
            String names = String.join(
                    ", ",
                    plans.list().stream()
                            .filter(Plan::isChoosable)
                            .map(Plan::name)
                            .toList());
            return new AppException(
                    PLAN_NOT_CHOOSABLE,
                    "There is no plan of this name to choose. Choose one of %s.".formatted(names),
                    List.of(new FieldError("plan", "must be one of " + names)));
        });
    }

    /**
     * Gives the organization a plan, from now on; one that does not last begins anew. Of two at once the second sees the
     * first. It takes nothing away that is there: what is over the new limits stays and does not grow.
     */
    @Transactional
    public Subscription change(Plan plan) {
        return change(plan, before -> PlanChanged.of(before, plan.name(), organizations.get()));
    }

    /**
     * The same, because a billing provider says so.
     *
     * @param provider its name on the wire
     */
    @Transactional
    public Subscription change(Plan plan, String provider) {
        return change(plan, before -> PlanChanged.by(provider, before, plan.name(), organizations.get()));
    }

    private Subscription change(Plan plan, Function<String, PlanChanged> event) {
        organizations.lock();
        Subscription before = get();
        if (before.plan().equals(plan) && plan.isChoosable()) {
            return before;
        }
        begin(plan);
        events.publishEvent(event.apply(before.plan().name()));
        return get();
    }

    /** Begins the trial of an organization that is just being founded, if its plan is one. */
    @Transactional(propagation = Propagation.MANDATORY)
    void begin() {
        Plan plan = get().plan();
        if (!plan.isChoosable()) {
            begin(plan);
        }
    }

    private void begin(Plan plan) {
        Instant now = clock.instant();
        if (plan.isChoosable()) {
            organizations.setPlan(PlanTerm.lasting(plan.name(), now));
            ends.forget(OrganizationScope.current());
        } else {
            Instant end = now.plus(Duration.ofDays(plan.trialDays()));
            organizations.setPlan(new PlanTerm(plan.name(), now, end, plan.next()));
            ends.remember(OrganizationScope.current(), end);
        }
    }

    /** Writes down that the organization's trial has ended, if it has. */
    @Transactional(propagation = Propagation.MANDATORY)
    void end() {
        organizations
                .endPlan()
                .ifPresent(ended -> events.publishEvent(
                        PlanChanged.atItsEnd(ended, get().plan().name(), organizations.get())));
        ends.forget(OrganizationScope.current());
    }
}
