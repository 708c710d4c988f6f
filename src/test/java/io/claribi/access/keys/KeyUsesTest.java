package io.claribi.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.identity.TimedServerTest;
import io.claribi.kernel.Caller;
import io.claribi.plans.Entitlements;
import io.claribi.secrets.Secret;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.FakeClock;
import io.claribi.testing.NewKey;
import io.claribi.testing.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What plans allow programs, and what is told of it. */
@TimedServerTest
class KeyUsesTest {
    private final FakeClock clock;
    private final KeyUses uses;
    private final KeyUseStore store;
    private final Entitlements entitlements;
    private final OrganizationWork work;
    private final KeyCallers callers;
    private final Tenant owner;
    private NewKey key;

    KeyUsesTest(
            @LocalServerPort int port,
            FakeClock clock,
            KeyUses uses,
            KeyUseStore store,
            Entitlements entitlements,
            OrganizationWork work,
            KeyCallers callers) {
        this.clock = clock;
        this.uses = uses;
        this.store = store;
        this.entitlements = entitlements;
        this.work = work;
        this.callers = callers;
        owner = Tenant.register(port);
    }

    @BeforeEach
    void beginAnHour() {
        choose("free");
        key = NewKey.of(ownerAtWork().api());
        Instant now = clock.instant();
        clock.advance(Duration.between(now, now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS)));
    }

    @Test
    void tellHowManyAreLeft() {
        clock.advance(Duration.ofMinutes(1));

        assertThat(header(key.api().get("/auth/verify").expect(200), "RateLimit-Policy"))
                .isEqualTo("\"hour\";q=60;w=3600");
        // A refusal is an answer, too.
        assertThat(header(key.api().get("/api-keys").expect(403), "RateLimit")).isEqualTo("\"hour\";r=58;t=3540");
        assertThat(ownerAtWork().api().get("/me").expect(200).headers().map()).doesNotContainKey("RateLimit");
    }

    @Test
    void refuseMoreThanThePlanAllowsUntilTheHourIsOver() {
        IntStream.range(0, 60).forEach(request -> key.api().get("/plan").expect(200));
        clock.advance(Duration.ofMinutes(50));

        Answer refused = key.api().get("/plan");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("API_KEY_QUOTA_USED");
        assertThat(header(refused, "Retry-After")).isEqualTo("600");
        assertThat(header(refused, "RateLimit")).isEqualTo("\"hour\";r=0;t=600");
        NewKey.of(ownerAtWork().api()).api().get("/plan").expect(200);
        clock.advance(Duration.ofMinutes(10));
        assertThat(header(key.api().get("/plan").expect(200), "RateLimit")).isEqualTo("\"hour\";r=59;t=3600");
    }

    @Test
    void allowMoreAtOnceOnALargerPlan() {
        IntStream.range(0, 60).forEach(request -> key.api().get("/plan").expect(200));
        assertThat(key.api().get("/plan").status()).isEqualTo(429);

        choose("starter");
        clock.advance(Duration.ofSeconds(2));

        key.api().get("/plan").expect(200);
    }

    @Test
    void showUp() {
        IntStream.range(0, 7).forEach(request -> key.api().get("/plan").expect(200));
        Instant last = clock.instant();
        uses.write();

        Tenant atWork = ownerAtWork();
        JsonNode item = atWork.api().get("/api-keys").expect(200).json().at("/items/0");
        assertThat(item.path("useCount").asInt()).isEqualTo(7);
        assertThat(Instant.parse(item.path("lastUsedAt").asString())).isEqualTo(last);
        JsonNode use = atWork.api()
                .get("/usage")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("limit").asString().equals("api_requests"))
                .findFirst()
                .orElseThrow();
        assertThat(use.path("used").asInt()).isEqualTo(7);
        assertThat(use.path("allowed").asInt()).isEqualTo(60);
        assertThat(Instant.parse(use.path("resetsAt").asString())).isEqualTo(last.plus(1, ChronoUnit.HOURS));
    }

    @Test
    void holdOverSeveralNodes() {
        KeyUses left = node();
        KeyUses right = node();
        Caller caller = callers.callerOf(Secret.of(key.text()));

        long granted = IntStream.range(0, 200)
                .filter(request ->
                        (request % 3 == 0 ? left : right).take(caller).granted())
                .count();

        assertThat(granted).isBetween(60L, 66L);
        assertThat(left.take(caller).granted()).isFalse();
    }

    @Test
    void losesNothingOfWhatAnotherNodeWroteFirst() {
        KeyUses left = node();
        KeyUses right = node();
        Caller caller = callers.callerOf(Secret.of(key.text()));
        IntStream.range(0, 5).forEach(request -> left.take(caller));
        IntStream.range(0, 4).forEach(request -> right.take(caller));

        right.write();
        left.write();

        JsonNode keys = ownerAtWork().api().get("/api-keys").expect(200).json();
        assertThat(keys.at("/items/0/useCount").asInt()).isEqualTo(9);
    }

    @Test
    void forgetKeysThatNobodyUses() {
        KeyUses node = node();
        Caller caller = callers.callerOf(Secret.of(key.text()));
        node.take(caller);

        clock.advance(Duration.ofMinutes(11));
        node.write();

        assertThat(node.size()).isZero();
        assertThat(node.take(caller).left()).isEqualTo(58);
    }

    /** In a session of the moment. */
    private Tenant ownerAtWork() {
        return Tenant.logIn(owner.api().port(), owner.email());
    }

    private KeyUses node() {
        return new KeyUses(store, entitlements, work, clock);
    }

    private void choose(String plan) {
        ownerAtWork()
                .api()
                .send(Call.json("PUT", "/plan", "{\"plan\":\"%s\"}".formatted(plan)))
                .expect(200);
    }

    private static String header(Answer answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
