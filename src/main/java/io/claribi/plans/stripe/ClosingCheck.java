package io.claribi.plans.stripe;

import static io.claribi.plans.billing.BillingError.SUBSCRIPTION_GOES_ON;

import io.claribi.kernel.AppException;
import io.claribi.tenancy.OrganizationClosing;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps an organization from being deleted while Stripe would go on to charge for it. */
@Component
@WithStripe
class ClosingCheck {
    private final StripeSubscriptions subscriptions;

    ClosingCheck(StripeSubscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @EventListener
    void check(OrganizationClosing event) {
        StripeState state = subscriptions.get();
        if (state.status().isLiving() && !state.endsWithPeriod()) {
            throw new AppException(
                    SUBSCRIPTION_GOES_ON,
                    "The subscription would be charged for further. Change to the free plan or cancel it first.");
        }
    }
}
