package io.claribi.plans.stripe;

import static io.claribi.plans.billing.BillingProviderName.STRIPE;

import io.claribi.plans.Plan;
import io.claribi.plans.Plans;
import io.claribi.plans.Subscriptions;
import io.claribi.plans.billing.BillingChanged;
import io.claribi.tenancy.Organizations;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the server knows of the current organization's subscription, and what follows from it for the plan. A plan changes
 * when what is paid for does; one that an operator gave meanwhile stays until then.
 */
@Component
@WithStripe
class StripeSubscriptions {
    private final StripeStore store;
    private final StripeEventStore events;
    private final StripePrices prices;
    private final Subscriptions subscriptions;
    private final Plans plans;
    private final Organizations organizations;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    StripeSubscriptions(
            StripeStore store,
            StripeEventStore events,
            StripePrices prices,
            Subscriptions subscriptions,
            Plans plans,
            Organizations organizations,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.store = store;
        this.events = events;
        this.prices = prices;
        this.subscriptions = subscriptions;
        this.plans = plans;
        this.organizations = organizations;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    StripeState get() {
        return store.read();
    }

    /** Before Stripe is asked, in a transaction of its own. */
    @Transactional
    long ask() {
        return store.ask();
    }

    /**
     * Takes what Stripe answered, unless a later question was answered already.
     *
     * @param event what made us ask; of several at once with the same id one has an effect
     */
    @Transactional(propagation = Propagation.REQUIRED)
    void answer(long question, StripeState now, @Nullable String event) {
        organizations.lock();
        if (event != null && !events.add(event, clock.instant())) {
            return;
        }
        StripeState before = store.read();
        if (!store.answer(question, now) || now.equals(before)) {
            return;
        }
        if (!now.billing(true).equals(before.billing(true))) {
            publisher.publishEvent(
                    new BillingChanged(STRIPE, before.billing(true), now.billing(true), organizations.get()));
        }
        if (!now.paidPrice().equals(before.paidPrice())) {
            Plan plan = now.paidPrice().flatMap(prices::findPlan).orElseGet(plans::free);
            subscriptions.change(plan, STRIPE.wireName());
        }
    }

    /** Whether there is a plan for what the state is about. */
    Optional<Plan> findPlan(StripeState state) {
        return state.paidPrice().flatMap(prices::findPlan);
    }
}
