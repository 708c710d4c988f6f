package io.claribi.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whole organizations that change their plans over HTTP. */
@ServerTest
class PlanChangeTest {
    private final Tenant tenant;
    private final TrialEnds ends;

    PlanChangeTest(@LocalServerPort int port, TrialEnds ends) {
        this.tenant = Tenant.register(port);
        this.ends = ends;
    }

    @Test
    void beginsWithATrialOfFourteenDays() {
        JsonNode plan = plan();

        assertThat(plan.path("plan").asString()).isEqualTo("trial");
        assertThat(Instant.parse(plan.path("trialEndsAt").asString()))
                .isCloseTo(Instant.now().plus(Duration.ofDays(14)), within(1, ChronoUnit.MINUTES));
        assertThat(plan.path("plans").findValuesAsString("name"))
                .containsExactly("free", "trial", "starter", "professional", "enterprise");
        assertThat(plan.at("/plans/3/limits/data_sources").asInt()).isEqualTo(15);
        assertThat(plan.path("can")).hasToString("{\"change\":true,\"manageBilling\":false}");
    }

    @Test
    void takesTheChosenPlanAndLeavesARow() {
        Answer answer = choose("professional").expect(200);

        assertThat(answer.json().path("plan").asString()).isEqualTo("professional");
        assertThat(answer.json().has("trialEndsAt")).isFalse();
        assertThat(tenant.api().get("/me").json().at("/organization/plan").asString())
                .isEqualTo("professional");
        assertThat(changes()).containsExactly("{\"plan.after\":\"professional\",\"plan.before\":\"trial\"}");
        choose("professional").expect(200);
        assertThat(changes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trial", "gold", "", "Professional"})
    void refusesWhatCanNotBeChosen(String name) {
        Answer answer = choose(name).expect(422);

        assertThat(answer.code()).isEqualTo("PLAN_NOT_CHOOSABLE");
        assertThat(answer.json().at("/errors/0/message").asString())
                .isEqualTo("must be one of free, starter, professional, enterprise");
    }

    @Test
    void takesATrialThatIsOverForNoneThoughNobodyHasWrittenItDown() {
        ends.pass(tenant.organization());

        assertThat(plan().path("plan").asString()).isEqualTo("free");
        assertThat(plan().has("trialEndsAt")).isFalse();
        assertThat(tenant.api().get("/me").json().at("/organization/plan").asString())
                .isEqualTo("free");
        assertThat(changes()).isEmpty();
    }

    @Test
    void writesDownThatATrialIsOver() {
        ends.pass(tenant.organization());
        Instant since = Instant.parse(plan().path("since").asString());

        ends.writeDown();
        ends.writeDown();

        assertThat(Instant.parse(plan().path("since").asString())).isEqualTo(since);
        assertThat(changes())
                .containsExactly("{\"reason\":\"trial_ended\",\"plan.after\":\"free\",\"plan.before\":\"trial\"}");
    }

    @Test
    void endsNoPlanThatWasChosenMeanwhile() {
        choose("starter").expect(200);

        ends.pass(tenant.organization());
        ends.writeDown();

        assertThat(plan().path("plan").asString()).isEqualTo("starter");
    }

    @Test
    void pausesAllSourcesButTheOldestUntilThePlanIsLargeEnough() {
        choose("starter").expect(200);
        List<String> ids = IntStream.range(0, 5).mapToObj(this::source).toList();

        choose("free").expect(200);

        assertThat(ids).map(this::status).containsExactly("active", "active", "active", "paused", "paused");
        assertThat(source(ids.getLast()).path("statusReason").asString())
                .startsWith("The plan free keeps the 3 oldest");
        tenant.api()
                .get("/data-sources/%s/tables/%s/rows".formatted(ids.getLast(), table(ids.getLast())))
                .expect(200);
        Answer refused = replace(ids.getLast()).expect(402);
        assertThat(refused.json().path("limit").asString()).isEqualTo("data_sources");
        assertThat(refused.json().path("plan").asString()).isEqualTo("starter");
        replace(ids.get(2)).expect(202);

        tenant.api().delete("/data-sources/" + ids.getFirst()).expect(204);
        assertThat(status(ids.get(3))).isEqualTo("active");
        choose("starter").expect(200);
        assertThat(status(ids.getLast())).isEqualTo("active");
        assertThat(source(ids.getLast()).has("statusReason")).isFalse();
    }

    @Test
    void tellsWhatIsUsedOfThePlan() {
        source(1);

        JsonNode items = tenant.api().get("/usage").expect(200).json().path("items");

        assertThat(items.findValuesAsString("limit"))
                .containsExactly("members", "data_sources", "storage", "ai_credits", "api_requests");
        assertThat(items.findValuesAsString("allowed")).containsExactly("1", "5", "1000000000", "50", "60");
        assertThat(items.at("/0/used").asInt()).isOne();
        assertThat(items.at("/1/used").asInt()).isOne();
        assertThat(items.at("/2/used").asLong()).isPositive();
        assertThat(items.at("/3/used").asInt()).isZero();
        assertThat(Instant.parse(items.at("/3/resetsAt").asString())).isAfter(Instant.now());
    }

    @Test
    void namesTheCheapestPlanThatHasWhatIsMissing() {
        Answer answer = tenant.api()
                .post("/me/mfa/totp", "{\"password\":\"%s\"}".formatted(Tenant.PASSWORD))
                .expect(402);

        assertThat(answer.json().path("feature").asString()).isEqualTo("mfa");
        assertThat(answer.json().path("plan").asString()).isEqualTo("professional");
    }

    private Answer choose(String plan) {
        return tenant.api().send(Call.json("PUT", "/plan", "{\"plan\":\"%s\"}".formatted(plan)));
    }

    private JsonNode plan() {
        return tenant.api().get("/plan").expect(200).json();
    }

    private List<String> changes() {
        return ends.changes(tenant.organization());
    }

    private String source(int number) {
        return tenant.upload("s%d.csv".formatted(number), "a,b\n1,2\n")
                .at("/result/dataSourceId")
                .asString();
    }

    private JsonNode source(String id) {
        return tenant.api().get("/data-sources/" + id).expect(200).json();
    }

    private String status(String id) {
        return source(id).path("status").asString();
    }

    private String table(String id) {
        return source(id).at("/tables/0/name").asString();
    }

    private Answer replace(String id) {
        Api api = tenant.api();
        return api.send(Call.upload(
                "/data-sources/%s/upload".formatted(id),
                new io.claribi.testing.Multipart()
                        .file("s.csv", "a,b\n3,4\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }
}
