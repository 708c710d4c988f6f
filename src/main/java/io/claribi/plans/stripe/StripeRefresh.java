package io.claribi.plans.stripe;

import static io.claribi.plans.billing.BillingError.PRICE_UNKNOWN;

import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Ids;
import io.claribi.plans.billing.PaymentStatus;
import io.claribi.tenancy.OrganizationScope;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks Stripe how it stands with the current organization's subscription, and acts on that. An event says no more than
 * that there is something to ask: neither its content nor its order matters. No transaction is open meanwhile.
 */
@Component
@WithStripe
class StripeRefresh {
    private static final Logger log = LoggerFactory.getLogger(StripeRefresh.class);

    private final StripeApi api;
    private final StripeSubscriptions subscriptions;
    private final PaidPlan plan;

    StripeRefresh(StripeApi api, StripeSubscriptions subscriptions, PaidPlan plan) {
        this.api = api;
        this.subscriptions = subscriptions;
        this.plan = plan;
    }

    /**
     * @param event what makes us ask
     * @throws AppException BILLING_UNAVAILABLE, PRICE_UNKNOWN; nothing has changed then, and the event may come again
     */
    void run(String customer, @Nullable String event) {
        long question = subscriptions.ask();
        StripeState now = present(api.subscriptions(customer));
        if (plan.isUnknown(now)) {
            log.error(
                    "Subscription {} is for the price {}, which claribi.plans.billing.stripe.prices does not name",
                    now.subscription(),
                    now.price());
            throw new AppException(PRICE_UNKNOWN, "The subscription is for a price that is no plan's.");
        }
        subscriptions.answer(question, now, event);
    }

    /** Lets a subscription end with what is paid, and knows of it at once. */
    void endWithPeriod(String customer, String subscription) {
        api.endWithPeriod(subscription, Ids.next().toString());
        run(customer, null);
    }

    /** Of several subscriptions the newest that is paid for, else the newest. */
    private static StripeState present(List<Subscription> all) {
        return all.stream()
                .filter(StripeRefresh::isOurs)
                .max(Comparator.comparing((Subscription each) -> status(each).isLiving())
                        .thenComparing(Subscription::getCreated))
                .map(StripeRefresh::state)
                .orElse(StripeState.NONE);
    }

    /** Stripe's customer is found by our own row; that of another organization's would stand under another one. */
    private static boolean isOurs(Subscription subscription) {
        String organization = subscription.getMetadata().get(StripeApi.ORGANIZATION);
        return organization == null
                || organization.equals(OrganizationScope.current().value().toString());
    }

    private static StripeState state(Subscription subscription) {
        SubscriptionItem item = subscription.getItems().getData().getFirst();
        return new StripeState(
                subscription.getId(),
                item.getId(),
                item.getPrice().getId(),
                status(subscription),
                item.getCurrentPeriodEnd() == null ? null : Instant.ofEpochSecond(item.getCurrentPeriodEnd()),
                Boolean.TRUE.equals(subscription.getCancelAtPeriodEnd()) || subscription.getCancelAt() != null);
    }

    /** Stripe's own words; how long a payment may be past due is set at Stripe, which then cancels or calls it unpaid. */
    private static PaymentStatus status(Subscription subscription) {
        return switch (subscription.getStatus()) {
            case "active", "trialing" -> PaymentStatus.ACTIVE;
            case "past_due" -> PaymentStatus.PAST_DUE;
            case "incomplete" -> PaymentStatus.PENDING;
            case "canceled", "unpaid", "paused", "incomplete_expired" -> PaymentStatus.ENDED;
            default -> throw new IllegalStateException("Stripe has a new status: " + subscription.getStatus());
        };
    }
}
