package io.claribi.plans.stripe;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationScope;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes Stripe's events. Whose one is says our own row of the customer; an event that names another organization besides
 * changes nothing. What we have no use for is taken and forgotten, since Stripe would send it again.
 */
@Component
@WithStripe
public class StripeNotices {
    private static final Logger log = LoggerFactory.getLogger(StripeNotices.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> TYPES = Set.of(
            "checkout.session.completed",
            "customer.subscription.created",
            "customer.subscription.updated",
            "customer.subscription.deleted",
            "invoice.paid",
            "invoice.payment_failed");

    private final StripeSignature signature;
    private final StripeStore store;
    private final StripeEventStore events;
    private final StripeRefresh refresh;
    private final TransactionTemplate transaction;

    StripeNotices(
            StripeSignature signature,
            StripeStore store,
            StripeEventStore events,
            StripeRefresh refresh,
            TransactionTemplate transaction) {
        this.signature = signature;
        this.store = store;
        this.events = events;
        this.refresh = refresh;
        this.transaction = transaction;
    }

    /**
     * @param body as it came, which is what is signed
     * @throws io.claribi.kernel.AppException NOTICE_NOT_SIGNED, BILLING_UNAVAILABLE, PRICE_UNKNOWN; Stripe sends the event
     *     again
     */
    public void take(byte[] body, String signatureHeader) {
        String text = new String(body, StandardCharsets.UTF_8);
        signature.check(text, signatureHeader);
        JsonNode event = JSON.readTree(text);
        JsonNode object = event.at("/data/object");
        String customer = object.path("customer").asString("");
        String id = event.path("id").asString("");
        if (id.isEmpty()
                || customer.isEmpty()
                || !TYPES.contains(event.path("type").asString(""))) {
            return;
        }
        Optional<OrganizationId> organization = transaction.execute(
                status -> events.contains(id) ? Optional.empty() : store.findOrganization(customer));
        if (organization.isEmpty()) {
            log.debug("Stripe's event {} was handled before, or is of no organization's customer", id);
        } else if (!names(object, organization.get())) {
            log.warn("Stripe's event {} is of one organization's customer and names another; nothing was done", id);
        } else {
            OrganizationScope.run(organization.get(), () -> refresh.run(customer, id));
        }
    }

    /** Whether the organization is the one that the event names, if it does. */
    private static boolean names(JsonNode object, OrganizationId organization) {
        String ours = organization.value().toString();
        return object.path("client_reference_id").asString(ours).equals(ours)
                && object.at("/metadata/" + StripeApi.ORGANIZATION)
                        .asString(ours)
                        .equals(ours);
    }
}
