package io.claribi.plans.stripe;

import static io.claribi.plans.billing.BillingProviderName.STRIPE;

import io.claribi.plans.billing.Billing;
import io.claribi.plans.billing.BillingChanged;
import io.claribi.tenancy.Organizations;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the server knows of the current organization's subscription; what Stripe answers changes it and the plan in one. */
@Component
@WithStripe
class StripeSubscriptions {
    private final StripeStore store;
    private final StripeEventStore handled;
    private final PaidPlan plan;
    private final Organizations organizations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StripeSubscriptions(
            StripeStore store,
            StripeEventStore handled,
            PaidPlan plan,
            Organizations organizations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.handled = handled;
        this.plan = plan;
        this.organizations = organizations;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    StripeState get() {
        return store.read();
    }

    /** The number of a question to Stripe, to be drawn before it is asked. */
    @Transactional
    long ask() {
        return store.ask();
    }

    /**
     * Takes what Stripe answered, unless a later question was answered already.
     *
     * @param event what made us ask; of several at once with the same id one has an effect
     */
    @Transactional
    void answer(long question, StripeState now, @Nullable String event) {
        organizations.lock();
        if (event != null && !handled.add(event, clock.instant())) {
            return;
        }
        StripeState before = store.read();
        if (!store.answer(question, now) || now.equals(before)) {
            return;
        }
        Billing told = before.billing(true);
        if (!now.billing(true).equals(told)) {
            events.publishEvent(new BillingChanged(STRIPE, told, now.billing(true), organizations.get()));
        }
        plan.follow(before, now);
    }
}
