package io.claribi.plans.stripe;

import static io.claribi.plans.billing.BillingProviderName.STRIPE;

import io.claribi.plans.Plan;
import io.claribi.plans.Plans;
import io.claribi.plans.Subscriptions;
import org.springframework.stereotype.Component;

/** The plan that follows from what is paid. One that an operator gave stays until what is paid changes. */
@Component
@WithStripe
class PaidPlan {
    private final StripePrices prices;
    private final Plans plans;
    private final Subscriptions subscriptions;

    PaidPlan(StripePrices prices, Plans plans, Subscriptions subscriptions) {
        this.prices = prices;
        this.plans = plans;
        this.subscriptions = subscriptions;
    }

    /** Whether something is paid for that is no plan's price. */
    boolean isUnknown(StripeState state) {
        return state.paidPrice()
                .filter(price -> prices.findPlan(price).isEmpty())
                .isPresent();
    }

    /** Changes the current organization's plan, in the transaction around. */
    void follow(StripeState before, StripeState now) {
        if (!now.paidPrice().equals(before.paidPrice())) {
            Plan plan = now.paidPrice().flatMap(prices::findPlan).orElseGet(plans::free);
            subscriptions.change(plan, STRIPE.wireName());
        }
    }
}
