package io.claribi.plans.web;

import io.claribi.http.InSession;
import io.claribi.http.Requires;
import io.claribi.http.Unaudited;
import io.claribi.kernel.Permission;
import io.claribi.plans.Subscriptions;
import io.claribi.plans.billing.Billing;
import io.claribi.plans.billing.BillingProvider;
import io.claribi.plans.billing.BillingProviderName;
import io.claribi.plans.billing.PaymentStatus;
import io.claribi.plans.web.PlanController.PlanChoice;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Paying for a plan: on the provider's pages, to which these routes lead. */
@RestController
@RequestMapping("/api/v1/billing")
class BillingController {
    private final BillingProvider provider;
    private final Subscriptions subscriptions;

    BillingController(BillingProvider provider, Subscriptions subscriptions) {
        this.provider = provider;
        this.subscriptions = subscriptions;
    }

    @GetMapping
    @Requires(Permission.MANAGE_BILLING)
    BillingView get() {
        return BillingView.of(provider.name(), provider.billing());
    }

    @PostMapping("/checkout")
    @Requires(Permission.MANAGE_SUBSCRIPTION)
    @InSession("somebody pays there")
    @Unaudited("leads to the page where one pays; the plan changes, with its event, when that is done")
    PageView checkout(@RequestBody PlanChoice request) {
        return new PageView(provider.checkout(subscriptions.choosable(request.plan())));
    }

    @PostMapping("/portal")
    @Requires({Permission.MANAGE_BILLING, Permission.MANAGE_SUBSCRIPTION, Permission.MANAGE_PAYMENT_METHODS})
    @InSession("who has the address of the page sees how the organization pays")
    @Unaudited("leads to the provider's page; what is changed there has its event when the provider tells of it")
    PageView portal() {
        return new PageView(provider.portal());
    }

    /** @param url where the browser goes, once and soon */
    record PageView(URI url) {}

    /**
     * @param periodEndsAt until when it is paid; absent where nothing is
     * @param endsWithPeriod whether the plan then ends
     * @param paymentNeeded whether the Owner has to see to a payment
     */
    record BillingView(
            BillingProviderName provider,
            PaymentStatus status,
            @Nullable Instant periodEndsAt,
            boolean endsWithPeriod,
            boolean paymentNeeded) {
        static BillingView of(BillingProviderName provider, Billing billing) {
            return new BillingView(
                    provider,
                    billing.status(),
                    billing.periodEndsAt(),
                    billing.endsWithPeriod(),
                    billing.status().isPaymentNeeded());
        }
    }
}
