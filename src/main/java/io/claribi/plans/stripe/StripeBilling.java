package io.claribi.plans.stripe;

import static io.claribi.plans.billing.BillingError.CHECKOUT_REQUIRED;
import static io.claribi.plans.billing.BillingError.NOTHING_TO_MANAGE;
import static io.claribi.plans.billing.BillingError.NOTHING_TO_PAY;

import io.claribi.http.WebLinks;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Ids;
import io.claribi.plans.Plan;
import io.claribi.plans.Subscription;
import io.claribi.plans.Subscriptions;
import io.claribi.plans.billing.Billing;
import io.claribi.plans.billing.BillingProvider;
import io.claribi.plans.billing.BillingProviderName;
import io.claribi.plans.stripe.StripeApi.Returns;
import io.claribi.tenancy.OrganizationScope;
import java.net.URI;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The Owner pays at Stripe, on Stripe's pages; the plan follows what Stripe then says. */
@Component
@WithStripe
class StripeBilling implements BillingProvider {
    private final StripeApi api;
    private final StripeCustomers customers;
    private final StripePrices prices;
    private final StripeSubscriptions state;
    private final StripeRefresh refresh;
    private final Subscriptions subscriptions;
    private final WebLinks links;

    StripeBilling(
            StripeApi api,
            StripeCustomers customers,
            StripePrices prices,
            StripeSubscriptions state,
            StripeRefresh refresh,
            Subscriptions subscriptions,
            WebLinks links) {
        this.api = api;
        this.customers = customers;
        this.prices = prices;
        this.state = state;
        this.refresh = refresh;
        this.subscriptions = subscriptions;
        this.links = links;
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
            api.endWithPeriod(Objects.requireNonNull(subscription.subscription()), once());
            refresh.run(customers.find().orElseThrow(), null);
        }
        return subscriptions.get();
    }

    @Override
    public URI checkout(Plan plan) {
        String price = prices.findPrice(plan)
                .orElseThrow(() -> new AppException(
                        NOTHING_TO_PAY, "The plan %s costs nothing: PUT /api/v1/plan.".formatted(plan.name())));
        String customer = customers.findOrCreate();
        StripeState subscription = state.get();
        // A second subscription would be paid besides the first.
        return subscription.status().isLiving()
                ? api.confirmation(customer, subscription, price, returns(), once())
                : api.checkout(OrganizationScope.current(), customer, price, returns(), once());
    }

    @Override
    public URI portal() {
        String customer = customers
                .find()
                .orElseThrow(() -> new AppException(
                        NOTHING_TO_MANAGE, "Nothing was paid yet. Choose a plan: POST /api/v1/billing/checkout."));
        return api.portal(customer, returns(), once());
    }

    private Returns returns() {
        return new Returns(
                links.to("/settings/billing?checkout=done"),
                links.to("/settings/billing?checkout=cancelled"),
                links.to("/settings/billing"));
    }

    private static String once() {
        return Ids.next().toString();
    }
}
