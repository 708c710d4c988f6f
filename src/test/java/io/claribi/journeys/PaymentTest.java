package io.claribi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.claribi.plans.stripe.FakeStripe;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Call;
import io.claribi.testing.Tenant;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A plan from the wish to the payment; Stripe's own pages are empty here. */
@JourneyTest
class PaymentTest {
    private static final FakeStripe STRIPE = new FakeStripe();
    private static final String CHECKOUT = "https://checkout.stripe.com/**";
    private static final String PORTAL = "https://billing.stripe.com/**";

    private final int port;

    PaymentTest(@LocalServerPort int port) {
        this.port = port;
    }

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry settings) {
        STRIPE.configure(settings);
    }

    @Test
    void givesThePlanOnceStripeTellsOfThePayment(Visitors visitors) {
        Tenant owner = visitors.tenant();
        Tab tab =
                visitors.member(owner, Look.DESKTOP).opens("/settings/billing").sees("Billing");
        List.of(CHECKOUT, PORTAL).forEach(pages -> tab.page().route(pages, PaymentTest::showNothing));

        tab.button("Change to Professional").click();
        Tab.named(tab.dialog("Change to Professional?"), AriaRole.BUTTON, "Go to checkout")
                .click();
        tab.page().waitForURL(CHECKOUT);
        List<String> notices = STRIPE.pay(tab.page().url());
        tab.goTo("/settings/billing?checkout=done");

        assertThat(tab.text("The payment is being confirmed. The plan changes here as soon as it is."))
                .isVisible();
        tab.settle().screenshot("payment-awaited");
        notices.forEach(this::deliver);
        assertThat(tab.text("Thank you: the payment is confirmed.")).isVisible();
        assertThat(tab.page().getByLabel("Professional plan")).containsText("Your plan");
        assertThat(tab.text("1 of 15")).isVisible();
        tab.settle().screenshot("payment-confirmed");

        tab.button("Manage billing").click();
        tab.page().waitForURL(PORTAL);
    }

    private static void showNothing(Route route) {
        route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<h1>Stripe</h1>"));
    }

    private void deliver(String notice) {
        Api.anonymous(port)
                .send(Call.json("POST", "/billing/stripe/webhook", notice)
                        .with("Stripe-Signature", STRIPE.sign(notice, Instant.now())))
                .expect(200);
    }
}
