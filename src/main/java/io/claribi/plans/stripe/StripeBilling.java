package io.claribi.plans.stripe;

import static io.claribi.plans.billing.BillingError.CHECKOUT_REQUIRED;
import static io.claribi.plans.billing.BillingError.NOTHING_TO_MANAGE;
import static io.claribi.plans.billing.BillingError.NOTHING_TO_PAY;

import io.claribi.kernel.AppException;
import io.claribi.plans.Plan;
import io.claribi.plans.Subscription;
import io.claribi.plans.Subscriptions;
import io.claribi.plans.billing.Billing;
import io.claribi.plans.billing.BillingProvider;
import io.claribi.plans.billing.BillingProviderName;
import java.net.URI;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The Owner pays at Stripe, on Stripe's pages; the plan follows what Stripe then says. */
@Component
@WithStripe
class StripeBilling implements BillingProvider {
    private final StripePages pages;
    private final StripeCustomers customers;
    private final StripePrices prices;
    private final StripeSubscriptions state;
    private final StripeRefresh refresh;
    private final Subscriptions subscriptions;

    StripeBilling(
            StripePages pages,
            StripeCustomers customers,
            StripePrices prices,
            StripeSubscriptions state,
            StripeRefresh refresh,
            Subscriptions subscriptions) {
        this.pages = pages;
        this.customers = customers;
        this.prices = prices;
        this.state = state;
        this.refresh = refresh;
        this.subscriptions = subscriptions;
    }

    @Override
    public BillingProviderName name() {
        return BillingProviderName.STRIPE;
    }

    @Override
    public Billing billing() {
        return state.get().billing(customers.find().isPresent());
    }

    /** Down to what is free only; what was paid for stays until its end. */
    @Override
    public Subscription choose(Plan plan) {
        Subscription present = subscriptions.get();
        if (present.plan().equals(plan)) {
            return present;
        }
        if (prices.findPrice(plan).isPresent()) {
            throw new AppException(
                    CHECKOUT_REQUIRED,
                    "The plan %s has to be paid first: POST /api/v1/billing/checkout.".formatted(plan.name()));
        }
        StripeState subscription = state.get();
        if (!subscription.status().isLiving()) {
            return subscriptions.change(plan);
        }
        if (!subscription.endsWithPeriod()) {
            refresh.endWithPeriod(customers.find().orElseThrow(), Objects.requireNonNull(subscription.subscription()));
        }
        return subscriptions.get();
    }

    @Override
    public URI checkout(Plan plan) {
        String price = prices.findPrice(plan)
                .orElseThrow(() -> new AppException(
                        NOTHING_TO_PAY, "The plan %s costs nothing: PUT /api/v1/plan.".formatted(plan.name())));
        return pages.checkout(customers.findOrCreate(), state.get(), price);
    }

    @Override
    public URI portal() {
        return pages.portal(customers
                .find()
                .orElseThrow(() -> new AppException(
                        NOTHING_TO_MANAGE, "Nothing was paid yet. Choose a plan: POST /api/v1/billing/checkout.")));
    }
}
