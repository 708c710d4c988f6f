package io.claribi.plans.billing;

import static io.claribi.plans.billing.BillingError.BILLING_NOT_OFFERED;

import io.claribi.kernel.AppException;
import io.claribi.plans.Plan;
import io.claribi.plans.Subscription;
import io.claribi.plans.Subscriptions;
import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** For who hosts clariBI for themselves: the Owner chooses, and nobody pays. */
@Component
@ConditionalOnProperty(name = "claribi.plans.billing.provider", havingValue = "manual", matchIfMissing = true)
class ManualBilling implements BillingProvider {
    private final Subscriptions subscriptions;

    ManualBilling(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public BillingProviderName name() {
        return BillingProviderName.MANUAL;
    }

    @Override
    public Billing billing() {
        return Billing.NONE;
    }

    @Override
    public Subscription choose(Plan plan) {
        return subscriptions.change(plan);
    }

    @Override
    public URI checkout(Plan plan) {
        throw notOffered();
    }

    @Override
    public URI portal() {
        throw notOffered();
    }

    private static AppException notOffered() {
        return new AppException(
                BILLING_NOT_OFFERED, "This server takes no payments. The Owner changes the plan by PUT /api/v1/plan.");
    }
}
