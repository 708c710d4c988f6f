package io.claribi.plans.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.plans.Plans;
import io.claribi.plans.Subscriptions;
import io.claribi.tenancy.Database;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import io.claribi.testing.TestOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whole organizations that pay, by HTTP on both sides. */
@ServerTest
class StripeBillingTest {
    private static final FakeStripe STRIPE = new FakeStripe();

    private final Tenant tenant;
    private final int port;
    private final TestOrganizations organizations;
    private final Subscriptions subscriptions;
    private final Plans plans;
    private final Database database;

    StripeBillingTest(
            @LocalServerPort int port,
            TestOrganizations organizations,
            Subscriptions subscriptions,
            Plans plans,
            Database database) {
        this.tenant = Tenant.register(port);
        this.port = port;
        this.organizations = organizations;
        this.subscriptions = subscriptions;
        this.plans = plans;
        this.database = database;
    }

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry settings) {
        STRIPE.configure(settings);
    }

    @AfterEach
    void comeUpAgain() {
        STRIPE.goDown(false);
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
    @ValueSource(strings = {"", "t=1", "t=abc,v1=00", "t,v1", "v1=00", "t=1,v1=00", "{}"})
    void believesNoNoticeThatIsNotSigned(String header) {
        String notice = STRIPE.pay(checkout("enterprise")).getLast();

        assertThat(deliver(notice, header).expect(400).code()).isEqualTo("NOTICE_NOT_SIGNED");
        assertThat(plan()).isEqualTo("trial");
    }

    @Test
    void believesNoOldNoticeAndNoneThatWasChangedOrSignedByOthers() {
        String notice = STRIPE.pay(checkout("enterprise")).getLast();
        Instant now = Instant.now();

        deliver(notice, STRIPE.sign(notice, now.minusSeconds(330))).expect(400);
        deliver(notice, FakeStripe.sign(notice, now, "whsec_of_somebody_else")).expect(400);
        deliver(notice + " ", STRIPE.sign(notice, now)).expect(400);
        assertThat(plan()).isEqualTo("trial");

        deliver(notice, STRIPE.sign(notice, now.minusSeconds(240))).expect(200);
        assertThat(plan()).isEqualTo("enterprise");
    }

    @Test
    void actsOnceOnANoticeThatComesAgain() {
        String notice = subscribe("starter");
        int asked = STRIPE.requests("GET /v1/subscriptions").size();

        deliver(notice).expect(200);

        assertThat(STRIPE.requests("GET /v1/subscriptions")).hasSize(asked);
        assertThat(details("plan.changed")).hasSize(1);
    }

    @Test
    void actsOnceOnOneThatComesTwiceAtOnce() throws Exception {
        String notice = STRIPE.pay(checkout("starter")).getLast();

        together(() -> deliver(notice).expect(200), () -> deliver(notice).expect(200));

        assertThat(plan()).isEqualTo("starter");
        assertThat(details("plan.changed")).hasSize(1);
        assertThat(details("billing.changed")).hasSize(1);
    }

    @Test
    void doesNotMindTheOrderOfNotices() {
        List<String> begun = STRIPE.pay(checkout("professional"));
        ObjectNode subscription = STRIPE.subscriptionOf(customer());
        subscription.put("status", "canceled");
        String ended = STRIPE.event("customer.subscription.deleted", subscription);

        deliver(ended).expect(200);
        begun.forEach(notice -> deliver(notice).expect(200));

        assertThat(plan()).isEqualTo("trial");
        assertThat(billing().path("status").asString()).isEqualTo("ended");
    }

    /** The first question is answered last, with what was true when it was asked. */
    @Test
    void takesNoAnswerThatIsOlderThanTheOneItHas() throws Exception {
        String begun = STRIPE.pay(checkout("professional")).getLast();
        ObjectNode subscription = STRIPE.subscriptionOf(customer());
        FakeStripe.Pause held = STRIPE.holdNextList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> first = threads.submit(() -> deliver(begun));
            held.awaitReached();
            subscription.put("status", "canceled");
            deliver(STRIPE.event("customer.subscription.deleted", subscription)).expect(200);
            held.release();
            first.get(20, TimeUnit.SECONDS).expect(200);
        }

        assertThat(plan()).isEqualTo("trial");
        assertThat(billing().path("status").asString()).isEqualTo("ended");
    }

    @Test
    void changesNothingForAnEventThatNamesAnotherOrganization() {
        Tenant other = Tenant.register(port);
        String page = checkout("enterprise");
        STRIPE.pay(page);
        ObjectNode session = STRIPE.object(page.substring(page.lastIndexOf('/') + 1));
        session.put("client_reference_id", other.organization().value().toString());
        ObjectNode subscription = STRIPE.subscriptionOf(customer());
        ((ObjectNode) subscription.path("metadata"))
                .put("organization", other.organization().value().toString());

        deliver(STRIPE.event("checkout.session.completed", session)).expect(200);
        deliver(STRIPE.event("customer.subscription.updated", subscription)).expect(200);

        assertThat(plan()).isEqualTo("trial");
        assertThat(other.api().get("/plan").json().path("plan").asString()).isEqualTo("trial");
    }

    @Test
    void takesNoSubscriptionForItsOwnThatNamesAnotherOrganization() {
        STRIPE.pay(checkout("enterprise"));
        ObjectNode subscription = STRIPE.subscriptionOf(customer());
        ObjectNode innocent = subscription.deepCopy();
        innocent.remove("metadata");
        ((ObjectNode) subscription.path("metadata"))
                .put("organization", UUID.randomUUID().toString());

        deliver(STRIPE.event("invoice.paid", innocent)).expect(200);

        assertThat(plan()).isEqualTo("trial");
    }

    @Test
    void takesAndForgetsWhatItHasNoUseFor() {
        subscribe("starter");
        ObjectNode stranger = STRIPE.subscriptionOf(customer()).deepCopy().put("customer", "cus_of_another_product");
        int asked = STRIPE.requests("GET").size();

        deliver(STRIPE.event("customer.subscription.updated", stranger)).expect(200);
        deliver(STRIPE.event("payment_intent.created", STRIPE.subscriptionOf(customer())))
                .expect(200);
        deliver("{}").expect(200);

        assertThat(STRIPE.requests("GET")).hasSize(asked);
    }

    @Test
    void readsNoMoreThanANoticeMayHave() {
        String body = "{\"a\":\"%s\"}".formatted("a".repeat(300_000));

        assertThat(deliver(body).expect(413).code()).isEqualTo("NOTICE_TOO_LARGE");
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
    void refusesANoticeOfAPriceThatIsNoPlansUntilItIs() {
        List<String> notices = STRIPE.pay(checkout("starter"));
        ObjectNode price = (ObjectNode) STRIPE.subscriptionOf(customer()).at("/items/data/0/price");
        price.put("id", "price_of_old");

        assertThat(deliver(notices.getLast()).expect(422).code()).isEqualTo("PRICE_UNKNOWN");
        price.put("id", "price_starter");
        deliver(notices.getLast()).expect(200);

        assertThat(plan()).isEqualTo("starter");
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

    /** Subscribes the organization; the last of Stripe's notices. */
    private String subscribe(String plan) {
        List<String> notices = STRIPE.pay(checkout(plan));
        notices.forEach(notice -> deliver(notice).expect(200));
        return notices.getLast();
    }

    private String checkout(String plan) {
        return tenant.api()
                .post("/billing/checkout", "{\"plan\":\"%s\"}".formatted(plan))
                .expect(200)
                .json()
                .path("url")
                .asString();
    }

    private Answer portal() {
        return tenant.api().post("/billing/portal", "");
    }

    private Answer choose(String plan) {
        return tenant.api().send(Call.json("PUT", "/plan", "{\"plan\":\"%s\"}".formatted(plan)));
    }

    private Answer deliver(String notice) {
        return deliver(notice, STRIPE.sign(notice, Instant.now()));
    }

    private Answer deliver(String notice, String signature) {
        return Api.anonymous(port)
                .send(Call.json("POST", "/billing/stripe/webhook", notice).with("Stripe-Signature", signature));
    }

    private String plan() {
        return me().path("plan").asString();
    }

    private JsonNode me() {
        return tenant.api().get("/plan").expect(200).json();
    }

    private JsonNode billing() {
        return tenant.api().get("/billing").expect(200).json();
    }

    /** The organization's at Stripe. */
    private String customer() {
        return organizations.call(
                tenant.organization(),
                () -> database.sql("""
                        SELECT customer_id
                        FROM plans.stripe_customer
                        WHERE organization_id = :organization
                        """)
                        .param("organization", tenant.organization().value())
                        .query(String.class)
                        .single());
    }

    private List<String> details(String type) {
        return organizations.call(
                tenant.organization(),
                () -> database.sql("""
                        SELECT replace(replace(CAST(details AS text), ': ', ':'), ', ', ',')
                        FROM audit.event
                        WHERE type = :type
                        ORDER BY id
                        """).param("type", type).query(String.class).list());
    }

    private static void together(Callable<?>... work)
            throws InterruptedException, ExecutionException, TimeoutException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> each : List.of(work).stream().map(threads::submit).toList()) {
                each.get(30, TimeUnit.SECONDS);
            }
        }
    }
}
