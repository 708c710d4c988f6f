package io.claribi.plans.billing;

import io.claribi.plans.Plan;
import io.claribi.plans.Subscription;
import java.net.URI;

/** Whoever is paid for plans; all of it is about the current organization. */
public interface BillingProvider {

    BillingProviderName name();

    /** How it stands with paying, as the server knows it. */
    Billing billing();

    /**
     * Changes the plan without a payment.
     *
     * @return the plan as it is now; one that was paid for may stay until the end of what was paid
     * @throws io.claribi.kernel.AppException CHECKOUT_REQUIRED if the plan has to be paid first
     */
    Subscription choose(Plan plan);

    /**
     * Where somebody pays for a plan, or confirms the change to it.
     *
     * @throws io.claribi.kernel.AppException BILLING_NOT_OFFERED, BILLING_UNAVAILABLE, NOTHING_TO_PAY
     */
    URI checkout(Plan plan);

    /**
     * Where somebody sees invoices, changes how they pay, and cancels.
     *
     * @throws io.claribi.kernel.AppException BILLING_NOT_OFFERED, BILLING_UNAVAILABLE, NOTHING_TO_MANAGE
     */
    URI portal();
}
