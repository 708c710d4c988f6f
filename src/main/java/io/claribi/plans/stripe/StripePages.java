package io.claribi.plans.stripe;

import io.claribi.http.WebLinks;
import io.claribi.kernel.Ids;
import io.claribi.plans.stripe.StripeApi.Returns;
import io.claribi.tenancy.OrganizationScope;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Stripe's pages for a customer, each made for one visit, from which one comes back to the billing page. */
@Component
@WithStripe
class StripePages {
    private static final String BILLING = "/settings/billing";

    private final StripeApi api;
    private final WebLinks links;

    StripePages(StripeApi api, WebLinks links) {
        this.api = api;
        this.links = links;
    }

    /** Pays for a price: by a subscription that begins, or by the one there is, since a second would be paid besides. */
    URI checkout(String customer, StripeState subscription, String price) {
        return subscription.status().isLiving()
                ? api.confirmation(customer, subscription, price, returns(), once())
                : api.checkout(OrganizationScope.current(), customer, price, returns(), once());
    }

    URI portal(String customer) {
        return api.portal(customer, returns(), once());
    }

    private Returns returns() {
        return new Returns(
                links.to(BILLING + "?checkout=done"), links.to(BILLING + "?checkout=cancelled"), links.to(BILLING));
    }

    private static String once() {
        return Ids.next().toString();
    }
}
