package io.claribi.plans.stripe;

import io.claribi.tenancy.Database;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import io.claribi.testing.TestOrganizations;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A test of an organization that pays, by HTTP on both sides; all of them share a server. */
@ServerTest
abstract class StripeTest {
    static final FakeStripe STRIPE = new FakeStripe();

    final Tenant tenant;
    final int port;
    final TestOrganizations organizations;
    private final Database database;

    StripeTest(int port, TestOrganizations organizations, Database database) {
        this.tenant = Tenant.register(port);
        this.port = port;
        this.organizations = organizations;
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

    /** Subscribes the organization; the last of Stripe's notices. */
    String subscribe(String plan) {
        List<String> notices = STRIPE.pay(checkout(plan));
        notices.forEach(notice -> deliver(notice).expect(200));
        return notices.getLast();
    }

    String checkout(String plan) {
        return tenant.api()
                .post("/billing/checkout", "{\"plan\":\"%s\"}".formatted(plan))
                .expect(200)
                .json()
                .path("url")
                .asString();
    }

    Answer portal() {
        return tenant.api().post("/billing/portal", "");
    }

    Answer choose(String plan) {
        return tenant.api().send(Call.json("PUT", "/plan", "{\"plan\":\"%s\"}".formatted(plan)));
    }

    Answer deliver(String notice) {
        return deliver(notice, STRIPE.sign(notice, Instant.now()));
    }

    Answer deliver(String notice, String signature) {
        return Api.anonymous(port)
                .send(Call.json("POST", "/billing/stripe/webhook", notice).with("Stripe-Signature", signature));
    }

    String plan() {
        return me().path("plan").asString();
    }

    JsonNode me() {
        return tenant.api().get("/plan").expect(200).json();
    }

    JsonNode billing() {
        return tenant.api().get("/billing").expect(200).json();
    }

    /** The organization's at Stripe. */
    String customer() {
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

    List<String> details(String type) {
        return organizations.call(
                tenant.organization(),
                () -> database.sql("""
                        SELECT replace(replace(CAST(details AS text), ': ', ':'), ', ', ',')
                        FROM audit.event
                        WHERE type = :type
                        ORDER BY id
                        """).param("type", type).query(String.class).list());
    }

    static void together(Callable<?>... work) throws InterruptedException, ExecutionException, TimeoutException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> each : List.of(work).stream().map(threads::submit).toList()) {
                each.get(30, TimeUnit.SECONDS);
            }
        }
    }
}
