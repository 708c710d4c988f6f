package io.claribi.plans.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.tenancy.Database;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Tenant;
import io.claribi.testing.TestOrganizations;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;

/** What the server makes of Stripe's notices, and of what others would pass off as such. */
class StripeNoticesTest extends StripeTest {
    StripeNoticesTest(@LocalServerPort int port, TestOrganizations organizations, Database database) {
        super(port, organizations, database);
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
}
