package io.claribi.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.access.Joining;
import io.claribi.identity.SessionRows;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.NewKey;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** How API keys are made, shown, told from other tokens and ended. */
@ServerTest
@TestPropertySource(properties = "claribi.plans.signup=professional")
class ApiKeysTest {
    private final Joining joining;
    private final SessionRows sessions;
    private final Database database;
    private final OrganizationWork work;
    private final int port;
    private final Tenant owner;

    ApiKeysTest(
            @LocalServerPort int port,
            Joining joining,
            SessionRows sessions,
            Database database,
            OrganizationWork work) {
        this.port = port;
        this.joining = joining;
        this.sessions = sessions;
        this.database = database;
        this.work = work;
        owner = Tenant.register(port);
    }

    @Test
    void actForWhoeverMadeThem() {
        NewKey key = NewKey.of(owner.api());

        JsonNode me = key.api().get("/me").expect(200).json();

        assertThat(me.at("/account/email").asString()).isEqualTo(owner.email());
        assertThat(me.at("/organization/id").asString())
                .isEqualTo(owner.organization().value().toString());
        key.api()
                .post("/dashboards", "{\"name\":\"Made\",\"widgets\":[],\"filters\":[]}")
                .expect(201);
    }

    @Test
    void comeInEitherHeaderButNotInBoth() {
        NewKey key = NewKey.of(owner.api());
        Call call = get("/dashboards").with("X-API-Key", key.text());

        assertThat(Api.anonymous(port).send(call).status()).isEqualTo(200);
        assertThat(key.api().send(call).code()).isEqualTo("TOKEN_INVALID");
        assertThat(owner.api().send(call).code()).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void areRefusedWhereATokenIsNoKey() {
        String token = owner.refreshToken();

        Answer answer = Api.anonymous(port).send(get("/dashboards").with("X-API-Key", token));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("API_KEY_INVALID");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("invalid_token");
    }

    @Test
    void tellWhoTheyAre() {
        NewKey key = NewKey.of(owner.api(), "{\"name\":\"Reader\",\"scopes\":[\"view_goals\",\"view_dashboard\"]}");

        JsonNode told = key.api().get("/auth/verify").expect(200).json();

        assertThat(told.path("method").asString()).isEqualTo("api_key");
        assertThat(told.at("/account/email").asString()).isEqualTo(owner.email());
        assertThat(told.at("/organization/id").asString())
                .isEqualTo(owner.organization().value().toString());
        assertThat(told.path("permissions").toString()).isEqualTo("[\"view_dashboard\",\"view_goals\"]");
        assertThat(told.at("/apiKey/prefix").asString()).isEqualTo(key.prefix());
        assertThat(told.at("/apiKey/name").asString()).isEqualTo("Reader");
    }

    @Test
    void areToldFromSessions() {
        JsonNode told = owner.api().get("/auth/verify").expect(200).json();

        assertThat(told.path("method").asString()).isEqualTo("session");
        assertThat(told.has("apiKey")).isFalse();
        assertThat(Api.anonymous(port).get("/auth/verify").status()).isEqualTo(401);
    }

    @Test
    void areShownOnce() {
        NewKey key = NewKey.of(owner.api());

        JsonNode item = onlyItem(owner.api());

        assertThat(item.has("key")).isFalse();
        assertThat(item.path("prefix").asString()).isEqualTo(key.text().substring(0, 20));
        assertThat(rows())
                .doesNotContain(key.text(), key.text().split("_")[2])
                .contains(key.prefix().substring(8));
    }

    @Test
    void areWorthlessAsOfTheNextRequestOnceRevoked() {
        NewKey key = NewKey.of(owner.api());
        key.api().get("/me").expect(200);

        owner.api().delete("/api-keys/" + key.id()).expect(204);

        Answer refused = key.api().get("/me");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("API_KEY_INVALID");
        assertThat(owner.api().delete("/api-keys/" + key.id()).code()).isEqualTo("API_KEY_NOT_FOUND");
        assertThat(rows()).isEmpty();
    }

    @Test
    void areSeenAndRevokedByTheirCreatorAndWhoManagesIntegrations() {
        Tenant ann = joining.arrive(owner, "analyst");
        Tenant bob = joining.arrive(owner, "analyst");
        NewKey anns = NewKey.of(ann.api());
        NewKey bobs = NewKey.of(bob.api());

        assertThat(onlyItem(ann.api()).path("id").asString()).isEqualTo(anns.id());
        assertThat(bob.api().delete("/api-keys/" + anns.id()).code()).isEqualTo("API_KEY_NOT_FOUND");
        JsonNode all = owner.api().get("/api-keys").expect(200).json().path("items");
        assertThat(all.valueStream().map(key -> key.path("id").asString())).containsExactly(bobs.id(), anns.id());
        assertThat(all.at("/0/createdBy/email").asString()).isEqualTo(bob.email());
        owner.api().delete("/api-keys/" + anns.id()).expect(204);
        assertThat(anns.api().get("/me").status()).isEqualTo(401);
        bobs.api().get("/me").expect(200);
    }

    @Test
    void wantAFreshProofOfWhoMakesThem() {
        Api later = owner.api().as(accessToken());
        sessions.confirmedAgo(Joining.account(owner), Duration.ofMinutes(11));

        assertThat(later.post("/api-keys", "{\"name\":\"K\"}").code()).isEqualTo("STEP_UP_REQUIRED");

        later.post("/me/step-up", "{\"password\":\"%s\"}".formatted(Tenant.PASSWORD))
                .expect(204);
        NewKey.of(later);
    }

    @Test
    void endNoSessionAndCountForNone() {
        NewKey key = NewKey.of(owner.api());

        key.api().post("/auth/logout", "{}").expect(204);

        owner.api().get("/me").expect(200);
        key.api().get("/me").expect(200);
        assertThat(owner.api().get("/me/sessions").json().path("items").size()).isEqualTo(1);
    }

    @Test
    void areToldInTheTrailBesideTheAccount() {
        NewKey key = NewKey.of(owner.api());

        key.api()
                .post("/dashboards", "{\"name\":\"Made\",\"widgets\":[],\"filters\":[]}")
                .expect(201);

        JsonNode events = owner.api()
                .get("/audit-logs?apiKey=" + key.id())
                .expect(200)
                .json()
                .path("items");
        assertThat(events.valueStream().map(event -> event.path("type").asString()))
                .containsExactly("dashboard.created");
        JsonNode actor = events.at("/0/actor");
        assertThat(actor.path("type").asString()).isEqualTo("api_key");
        assertThat(actor.path("email").asString()).isEqualTo(owner.email());
        assertThat(actor.at("/apiKey/name").asString()).isEqualTo("Nightly export");
        JsonNode made =
                owner.api().get("/audit-logs?type=api_key.created").json().at("/items/0");
        assertThat(made.at("/actor/type").asString()).isEqualTo("account");
        assertThat(made.at("/details/prefix").asString()).isEqualTo(key.prefix());
        assertThat(owner.api()
                        .get("/me/activity")
                        .json()
                        .at("/items/0/apiKey/id")
                        .asString())
                .isEqualTo(key.id());
    }

    @Test
    void areNoneWithASecretOfSomebodysOwn() {
        NewKey key = NewKey.of(owner.api());
        String other = KeyText.random().whole().use(text -> text);

        assertThat(owner.api().as(other).get("/me").code()).isEqualTo("API_KEY_INVALID");
        assertThat(owner.api().as(key.text() + "x").get("/me").code()).isEqualTo("API_KEY_INVALID");
        assertThat(owner.api().as(forged(key)).get("/me").code()).isEqualTo("API_KEY_INVALID");
        key.api().get("/me").expect(200);
    }

    /** The public id and another secret, with a checksum that is right. */
    private static String forged(NewKey key) {
        String start = key.prefix() + "_" + "0".repeat(32);
        return start + "_" + KeyText.checksum(start);
    }

    @Test
    void expire() {
        NewKey key = NewKey.of(owner.api(), "{\"name\":\"Short\",\"expiresInDays\":1}");
        assertThat(Instant.parse(key.answer().path("expiresAt").asString()))
                .isBetween(
                        Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(24)));
        inOrganization(() ->
                database.sql("UPDATE access.api_key SET expires_at = now()").update());

        Answer refused = key.api().get("/me");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("API_KEY_EXPIRED");
        assertThat(onlyItem(owner.api()).path("id").asString()).isEqualTo(key.id());
    }

    @Test
    void areSoManyForEachMember() {
        for (int made = 0; made < ApiKeys.MOST; made++) {
            NewKey.of(owner.api());
        }

        assertThat(owner.api().post("/api-keys", "{\"name\":\"K\"}").code()).isEqualTo("TOO_MANY_API_KEYS");
        NewKey.of(joining.arrive(owner, "viewer").api());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":" "}                                                 | name
            {"name":"a\\nb"}                                             | name
            {"name":"K","expiresInDays":0}                               | expiresInDays
            {"name":"K","expiresInDays":3651}                            | expiresInDays
            {"name":"K","expiresAt":"2001-01-01T00:00:00Z"}              | expiresAt
            {"name":"K","expiresAt":"+200000-01-01T00:00:00Z"}           | expiresAt
            {"name":"K","expiresInDays":1,"expiresAt":"2001-01-01T00:00:00Z"} | expiresAt
            {"name":"K","scopes":[]}                                     | scopes
            {"name":"K","scopes":["fly"]}                                | scopes[0]
            {"name":"K","scopes":["view_goals","manage_billing"]}        | scopes[1]
            """)
    void areRefusedWithTheFieldThatIsWrong(String request, String field) {
        Answer refused = joining.arrive(owner, "administrator").api().post("/api-keys", request);

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsString("field")).contains(field);
    }

    /** Of a session that nobody has used yet. */
    private String accessToken() {
        return Api.anonymous(port)
                .post("/auth/login", """
                        {"email":"%s","password":"%s"}
                        """.formatted(owner.email(), Tenant.PASSWORD))
                .expect(200)
                .json()
                .path("accessToken")
                .asString();
    }

    private static Call get(String path) {
        return new Call("GET", path, Map.of(), java.net.http.HttpRequest.BodyPublishers.noBody());
    }

    private static JsonNode onlyItem(Api api) {
        JsonNode items = api.get("/api-keys").expect(200).json().path("items");
        assertThat(items.size()).isEqualTo(1);
        return items.path(0);
    }

    /** All that the database holds of the organization's keys. */
    private String rows() {
        OrganizationId organization = owner.organization();
        return work.call(
                organization,
                () -> database.sql("""
                        SELECT concat(
                            (SELECT string_agg(CAST(k AS text), '') FROM access.api_key k),
                            (SELECT string_agg(CAST(a AS text), '')
                             FROM access.api_key_address a
                             WHERE organization_id = :organization))
                        """)
                        .param("organization", organization.value())
                        .query(String.class)
                        .single());
    }

    private void inOrganization(Runnable change) {
        work.run(owner.organization(), change);
    }
}
