package io.claribi.plans.stripe;

import static io.claribi.plans.billing.BillingError.BILLING_UNAVAILABLE;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Subscription;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.billingportal.SessionCreateParams.FlowData;
import com.stripe.param.billingportal.SessionCreateParams.FlowData.AfterCompletion;
import com.stripe.param.billingportal.SessionCreateParams.FlowData.SubscriptionUpdateConfirm;
import com.stripe.param.checkout.SessionCreateParams;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server asks of Stripe. Each request that changes something carries a key by which Stripe knows one that is
 * repeated. No word of Stripe's errors is told or logged: they may quote keys.
 */
class StripeApi {
    /** Where Stripe keeps whose a customer or a subscription is. */
    static final String ORGANIZATION = "organization";

    private static final Logger log = LoggerFactory.getLogger(StripeApi.class);
    private static final long MOST_SUBSCRIPTIONS = 100;

    private final StripeClient stripe;

    StripeApi(StripeClient stripe) {
        this.stripe = stripe;
    }

    /** Makes the organization's customer; asked for the same within a day, Stripe answers with the same. */
    String createCustomer(OrganizationId organization, String name) {
        var customer = CustomerCreateParams.builder()
                .setName(name)
                .putMetadata(ORGANIZATION, organization.value().toString())
                .build();
        // The name is part of it: Stripe refuses a known key with another request.
        var once = key("customer-%s-%08x".formatted(organization.value(), name.hashCode()));
        return ask(() -> stripe.v1().customers().create(customer, once).getId());
    }

    /** Where a customer subscribes to a price. */
    URI checkout(OrganizationId organization, String customer, String price, Returns returns, String key) {
        String owner = organization.value().toString();
        var session = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                .setCustomer(customer)
                .setClientReferenceId(owner)
                .putMetadata(ORGANIZATION, owner)
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setPrice(price)
                        .setQuantity(1L)
                        .build())
                .setSubscriptionData(SessionCreateParams.SubscriptionData.builder()
                        .putMetadata(ORGANIZATION, owner)
                        .build())
                .setSuccessUrl(returns.done())
                .setCancelUrl(returns.cancelled())
                .build();
        return ask(() -> URI.create(
                stripe.v1().checkout().sessions().create(session, key(key)).getUrl()));
    }

    /** Where a customer sees to all of it. */
    URI portal(String customer, Returns returns, String key) {
        return portal(
                com.stripe.param.billingportal.SessionCreateParams.builder()
                        .setCustomer(customer)
                        .setReturnUrl(returns.back())
                        .build(),
                key);
    }

    /** Where a customer confirms that a subscription is to be for another price. */
    URI confirmation(String customer, StripeState subscription, String price, Returns returns, String key) {
        var change = SubscriptionUpdateConfirm.builder()
                .setSubscription(subscription.subscription())
                .addItem(SubscriptionUpdateConfirm.Item.builder()
                        .setId(subscription.item())
                        .setPrice(price)
                        .setQuantity(1L)
                        .build())
                .build();
        var afterwards = AfterCompletion.builder()
                .setType(AfterCompletion.Type.REDIRECT)
                .setRedirect(AfterCompletion.Redirect.builder()
                        .setReturnUrl(returns.done())
                        .build())
                .build();
        return portal(
                com.stripe.param.billingportal.SessionCreateParams.builder()
                        .setCustomer(customer)
                        .setReturnUrl(returns.cancelled())
                        .setFlowData(FlowData.builder()
                                .setType(FlowData.Type.SUBSCRIPTION_UPDATE_CONFIRM)
                                .setSubscriptionUpdateConfirm(change)
                                .setAfterCompletion(afterwards)
                                .build())
                        .build(),
                key);
    }

    private URI portal(com.stripe.param.billingportal.SessionCreateParams session, String key) {
        return ask(() -> URI.create(
                stripe.v1().billingPortal().sessions().create(session, key(key)).getUrl()));
    }

    /** Lets a subscription end with what is paid. */
    void endWithPeriod(String subscription, String key) {
        var end = SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(true).build();
        ask(() -> stripe.v1().subscriptions().update(subscription, end, key(key)));
    }

    /** All of a customer's subscriptions, the ended ones too, the newest first. */
    List<Subscription> subscriptions(String customer) {
        var all = SubscriptionListParams.builder()
                .setCustomer(customer)
                .setStatus(SubscriptionListParams.Status.ALL)
                .setLimit(MOST_SUBSCRIPTIONS)
                .build();
        return ask(() -> stripe.v1().subscriptions().list(all).getData());
    }

    private static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey("claribi-" + key).build();
    }

    private static <R> R ask(Question<R> question) {
        try {
            return question.ask();
        } catch (StripeException e) {
            log.error(
                    "Stripe did not do what it was asked: {}, status {}, code {}, request {}",
                    e.getClass().getSimpleName(),
                    e.getStatusCode(),
                    e.getCode(),
                    e.getRequestId());
            throw new AppException(
                    BILLING_UNAVAILABLE, "The payment provider can't be reached just now. Try again in a few minutes.");
        }
    }

    private interface Question<R> {
        R ask() throws StripeException;
    }

    /**
     * Pages that somebody comes back to.
     *
     * @param back from the portal
     */
    record Returns(String done, String cancelled, String back) {}
}
