package io.claribi.plans.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.plans.Plans;
import io.claribi.plans.Subscriptions;
import io.claribi.tenancy.Database;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.Tenant;
import io.claribi.testing.TestOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whole organizations that pay. */
class StripeBillingTest extends StripeTest {
    private final Subscriptions subscriptions;
    private final Plans plans;

    StripeBillingTest(
            @LocalServerPort int port,
            TestOrganizations organizations,
            Subscriptions subscriptions,
            Plans plans,
            Database database) {
        super(port, organizations, database);
        this.subscriptions = subscriptions;
        this.plans = plans;
    }

    @Test
    void givesThePlanOnceItIsPaid() {
        String page = checkout("professional");
        assertThat(page).startsWith("https://checkout.stripe.com/");
        assertThat(plan()).isEqualTo("trial");
        assertThat(billing().path("status").asString()).isEqualTo("none");

        STRIPE.pay(page).forEach(notice -> deliver(notice).expect(200));

        assertThat(plan()).isEqualTo("professional");
        JsonNode billing = billing();
        assertThat(billing.path("provider").asString()).isEqualTo("stripe");
        assertThat(billing.path("status").asString()).isEqualTo("active");
        assertThat(billing.path("paymentNeeded").asBoolean()).isFalse();
        assertThat(Instant.parse(billing.path("periodEndsAt").asString()))
                .isAfter(Instant.now().plus(Duration.ofDays(29)));
        assertThat(details("plan.changed"))
                .containsExactly("{\"by\":\"stripe\",\"plan.after\":\"professional\",\"plan.before\":\"trial\"}");
        assertThat(details("billing.changed")).hasSize(1);
        assertThat(me().at("/can/manageBilling").asBoolean()).isTrue();
    }

    @Test
    void namesTheOrganizationToStripeAndPagesOfOursToComeBackTo() {
        String page = checkout("starter");

        ObjectNode session = STRIPE.object(page.substring(page.lastIndexOf('/') + 1));
        assertThat(session.path("client_reference_id").asString())
                .isEqualTo(tenant.organization().value().toString());
        assertThat(session.path("success_url").asString())
                .isEqualTo("http://localhost:%d/settings/billing?checkout=done".formatted(port));
        assertThat(session.path("_price").asString()).isEqualTo("price_starter");
    }

    @Test
    void refusesAPaidPlanThatIsNotPaid() {
        Answer refused = choose("enterprise").expect(409);

        assertThat(refused.code()).isEqualTo("CHECKOUT_REQUIRED");
        assertThat(plan()).isEqualTo("trial");
        assertThat(tenant.api()
                        .post("/billing/checkout", "{\"plan\":\"free\"}")
                        .expect(422)
                        .code())
                .isEqualTo("NOTHING_TO_PAY");
        assertThat(tenant.api()
                        .post("/billing/checkout", "{\"plan\":\"trial\"}")
                        .expect(422)
                        .code())
                .isEqualTo("PLAN_NOT_CHOOSABLE");
    }

    @Test
    void makesOneCustomerOfAnOrganizationHoweverManyTry() throws Exception {
        together(() -> checkout("starter"), () -> checkout("enterprise"));

        STRIPE.pay(checkout("professional")).forEach(notice -> deliver(notice).expect(200));
        assertThat(plan()).isEqualTo("professional");
        assertThat(STRIPE.requests("POST /v1/checkout/sessions"))
                .filteredOn(request ->
                        request.contains(tenant.organization().value().toString()))
                .hasSize(3)
                .allMatch(request -> request.contains("customer=" + customer()));
    }

    @ParameterizedTest
    @CsvSource({
        "active, professional, active, false",
        "trialing, professional, active, false",
        "past_due, professional, past_due, true",
        "unpaid, free, ended, false",
        "paused, free, ended, false",
        "canceled, free, ended, false"
    })
    void givesThePlanForAsLongAsStripeSays(String status, String plan, String told, boolean paymentNeeded) {
        subscribe("professional");
        ObjectNode subscription = STRIPE.subscriptionOf(customer()).put("status", status);

        deliver(STRIPE.event("customer.subscription.updated", subscription)).expect(200);

        assertThat(plan()).isEqualTo(plan);
        assertThat(billing().path("status").asString()).isEqualTo(told);
        assertThat(billing().path("paymentNeeded").asBoolean()).isEqualTo(paymentNeeded);
    }

    @Test
    void givesNoPlanForAFirstPaymentThatIsUnderWay() {
        List<String> notices = STRIPE.pay(checkout("professional"));
        STRIPE.subscriptionOf(customer()).put("status", "incomplete");

        deliver(notices.getFirst()).expect(200);

        assertThat(plan()).isEqualTo("trial");
        assertThat(billing().path("status").asString()).isEqualTo("pending");
    }

    @Test
    void keepsAPlanThatIsPaidUntilItsEnd() {
        subscribe("starter");

        assertThat(choose("free").expect(200).json().path("plan").asString()).isEqualTo("starter");
        choose("free").expect(200);

        assertThat(billing().path("endsWithPeriod").asBoolean()).isTrue();
        assertThat(STRIPE.requests("POST /v1/subscriptions/"
                        + STRIPE.subscriptionOf(customer()).path("id").asString()))
                .hasSize(1);
        ObjectNode subscription = STRIPE.subscriptionOf(customer()).put("status", "canceled");
        deliver(STRIPE.event("customer.subscription.deleted", subscription)).expect(200);
        assertThat(plan()).isEqualTo("free");
    }

    @Test
    void goesFromATrialToFreeAtOnce() {
        assertThat(choose("free").expect(200).json().path("plan").asString()).isEqualTo("free");
    }

    @Test
    void changesASubscriptionInsteadOfBeginningASecond() {
        subscribe("starter");

        assertThat(checkout("professional")).startsWith("https://billing.stripe.com/");

        ObjectNode subscription = STRIPE.subscriptionOf(customer());
        assertThat(STRIPE.requests("POST /v1/billing_portal/sessions").getLast())
                .contains("subscription_update_confirm")
                .contains(subscription.path("id").asString())
                .contains("price_professional");
        ((ObjectNode) subscription.at("/items/data/0/price")).put("id", "price_professional");
        deliver(STRIPE.event("customer.subscription.updated", subscription)).expect(200);
        assertThat(plan()).isEqualTo("professional");
    }

    @Test
    void leavesAPlanThatAnOperatorGaveUntilWhatIsPaidChanges() {
        subscribe("starter");
        organizations.run(tenant.organization(), () -> subscriptions.change(plans.get("enterprise")));

        deliver(STRIPE.event("invoice.paid", STRIPE.subscriptionOf(customer()))).expect(200);
        assertThat(plan()).isEqualTo("enterprise");

        ObjectNode subscription = STRIPE.subscriptionOf(customer()).put("status", "canceled");
        deliver(STRIPE.event("customer.subscription.deleted", subscription)).expect(200);
        assertThat(plan()).isEqualTo("free");
    }

    @Test
    void leadsToThePortalWhereThereIsSomethingToManage() {
        assertThat(portal().expect(409).code()).isEqualTo("NOTHING_TO_MANAGE");

        subscribe("starter");

        assertThat(portal().expect(200).json().path("url").asString()).startsWith("https://billing.stripe.com/");
    }

    @Test
    void keepsAnOrganizationFromBeingDeletedWhileItWouldBeCharged() {
        subscribe("starter");

        assertThat(delete().expect(409).code()).isEqualTo("SUBSCRIPTION_GOES_ON");

        choose("free").expect(200);
        assertThat(delete().status()).isLessThan(300);
    }

    private Answer delete() {
        String name = tenant.api()
                .get("/organization")
                .expect(200)
                .json()
                .path("name")
                .asString();
        return tenant.api().send(Call.json("DELETE", "/organization", """
                {"name":"%s","password":"%s"}
                """.formatted(name, Tenant.PASSWORD)));
    }

    @Test
    void doesNothingByHalvesWhileStripeIsDown() {
        String notice = STRIPE.pay(checkout("starter")).getLast();
        STRIPE.goDown(true);

        Answer refused =
                tenant.api().post("/billing/checkout", "{\"plan\":\"starter\"}").expect(503);
        assertThat(refused.code()).isEqualTo("BILLING_UNAVAILABLE");
        deliver(notice).expect(503);
        assertThat(plan()).isEqualTo("trial");

        STRIPE.goDown(false);
        deliver(notice).expect(200);
        assertThat(plan()).isEqualTo("starter");
    }

    @Test
    void waitsForStripeNoLongerThanItIsSet() {
        String notice = STRIPE.pay(checkout("starter")).getLast();
        FakeStripe.Pause held = STRIPE.holdNextList();

        assertThat(deliver(notice).expect(503).code()).isEqualTo("BILLING_UNAVAILABLE");
        held.release();

        assertThat(plan()).isEqualTo("trial");
        deliver(notice).expect(200);
        assertThat(plan()).isEqualTo("starter");
    }
}
