package io.claribi.identity.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.identity.TimedServerTest;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.FakeClock;
import io.claribi.testing.SoftAuthenticator;
import io.claribi.testing.Tenant;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@TimedServerTest
class PasskeyTest {
    private final FakeClock clock;
    private final int port;

    PasskeyTest(FakeClock clock, @LocalServerPort int port) {
        this.clock = clock;
        this.port = port;
    }

    @Test
    void letsInWithoutAPassword() {
        Tenant ann = Tenant.register(port);
        SoftAuthenticator key = added(ann);

        Answer in = logIn(key, "{}").expect(200);

        JsonNode me = Api.anonymous(port)
                .as(in.json().path("accessToken").asString())
                .get("/me")
                .expect(200)
                .json();
        assertThat(me.path("account").path("email").asString()).isEqualTo(ann.email());
        assertThat(me.path("mfaEnabled").asBoolean()).isTrue();
        assertThat(me.path("codeRequired").asBoolean()).isFalse();
        JsonNode used =
                ann.api().get("/me/passkeys").expect(200).json().path("items").path(0);
        assertThat(used.path("name").asString()).isEqualTo("Laptop");
        assertThat(used.has("lastUsedAt")).isTrue();
    }

    @Test
    void isTheSecondStepAfterThePassword() {
        Tenant ann = Tenant.register(port);
        SoftAuthenticator key = added(ann);
        key.verifiesUser = false;

        JsonNode wanted = password(ann).expect(200).json();
        assertThat(wanted.path("factors").valueStream().map(JsonNode::asString)).containsExactly("passkey");
        String token = "{\"mfaToken\":\"%s\"}".formatted(wanted.path("mfaToken").asString());

        assertThat(logIn(key, token).expect(200).json().has("accessToken")).isTrue();
        assertThat(Api.anonymous(port)
                        .post("/auth/passkey/options", token)
                        .expect(401)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("MFA_TOKEN_INVALID");
    }

    @Test
    void isNoSecondStepForSomebodyElse() {
        Tenant ann = Tenant.register(port);
        added(ann);
        SoftAuthenticator stolen = added(Tenant.register(port));
        String token = "{\"mfaToken\":\"%s\"}"
                .formatted(password(ann).json().path("mfaToken").asString());

        assertThat(logIn(stolen, token).expect(401).json().path("code").asString())
                .isEqualTo("PASSKEY_REFUSED");
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("signs for another site", key -> key.origin = "https://evil.example"),
                lie("signs for another party", key -> key.relyingParty = "evil.example"),
                lie("did not see the person", key -> key.verifiesUser = false),
                lie("counts backwards", key -> key.counter = 0));
    }

    @ParameterizedTest(name = "that {0}")
    @MethodSource("lies")
    void isRefused(String what, Consumer<SoftAuthenticator> lie) {
        SoftAuthenticator key = added(Tenant.register(port));
        lie.accept(key);

        assertThat(logIn(key, "{}").expect(401).json().path("code").asString()).isEqualTo("PASSKEY_REFUSED");
    }

    @Test
    void answersAChallengeOnceAlsoWhenTwoTryAtOnce() throws Exception {
        SoftAuthenticator key = added(Tenant.register(port));
        String credential = key.get(request("{}"));

        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(
                            number -> () -> send("{}", credential).status())
                    .toList());
            assertThat(answers.stream().map(PasskeyTest::result).filter(status -> status == 200))
                    .hasSize(1);
        }
    }

    @Test
    void answersAChallengeWithinFiveMinutes() {
        SoftAuthenticator key = added(Tenant.register(port));
        String early = key.get(request("{}"));
        String late = key.get(request("{}"));

        clock.advance(Challenges.LIFE.minusSeconds(2));
        send("{}", early).expect(200);
        clock.advance(Duration.ofSeconds(3));

        assertThat(send("{}", late).status()).isEqualTo(401);
    }

    @Test
    void takesNoChallengeThatWasMadeForSomethingElse() {
        Tenant ann = Tenant.register(port);
        SoftAuthenticator key = added(ann);
        JsonNode pending = password(ann).json();
        String token =
                "{\"mfaToken\":\"%s\"}".formatted(pending.path("mfaToken").asString());

        assertThat(send("{}", key.get(request(token))).status()).isEqualTo(401);
        assertThat(send(token, key.get(request("{}"))).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "{}",
                "null",
                "[]",
                "\"text\"",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AA\"}}"
            })
    void refusesWhatIsNoCredential(String credential) {
        assertThat(send("{}", credential).status()).isIn(400, 401);

        Tenant ann = Tenant.register(port);
        Answer answer = ann.api().post("/me/passkeys", """
                {"name":"x","credential":%s}""".formatted(credential));
        assertThat(answer.status()).isIn(400, 422);
    }

    @Test
    void isRemovedByItsOwnerAlone() {
        Tenant ann = Tenant.register(port);
        SoftAuthenticator key = added(ann);
        String id = ann.api().get("/me/passkeys").json().at("/items/0/id").asString();

        assertThat(Tenant.register(port).api().delete("/me/passkeys/" + id).status())
                .isEqualTo(404);

        logIn(key, "{}").expect(200);
    }

    @Test
    void isGoneForGoodOnceRemoved() {
        Tenant ann = Tenant.register(port);
        SoftAuthenticator key = added(ann);
        String id = ann.api()
                .get("/me/passkeys")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();

        ann.api().delete("/me/passkeys/" + id).expect(204);

        logIn(key, "{}").expect(401);
        assertThat(password(ann).expect(200).json().has("accessToken")).isTrue();
        assertThat(ann.api().delete("/me/passkeys/" + id).status()).isEqualTo(404);
        assertThat(ann.api().delete("/me/passkeys/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void endsTheOtherSessionsWhenItIsAdded() {
        Tenant ann = Tenant.register(port);
        Tenant elsewhere = Tenant.logIn(port, ann.email());

        added(ann);

        elsewhere.api().get("/me").expect(401);
        ann.api().get("/me").expect(200);
    }

    @Test
    void isMadeForTheSessionThatAskedForIt() {
        Tenant ann = Tenant.register(port);
        Tenant elsewhere = Tenant.logIn(port, ann.email());
        var key = new SoftAuthenticator(port);
        String credential = key.create(
                ann.api().post("/me/passkeys/options", "").expect(200).json());

        Answer answer = add(elsewhere, credential);

        assertThat(answer.expect(422).json().path("code").asString()).isEqualTo("PASSKEY_INVALID");
    }

    private SoftAuthenticator added(Tenant tenant) {
        var key = new SoftAuthenticator(port);
        add(
                        tenant,
                        key.create(tenant.api()
                                .post("/me/passkeys/options", "")
                                .expect(200)
                                .json()))
                .expect(201);
        return key;
    }

    private static Answer add(Tenant tenant, String credential) {
        return tenant.api().post("/me/passkeys", """
                {"name":" Laptop ","credential":%s}""".formatted(credential));
    }

    private Answer logIn(SoftAuthenticator key, String pending) {
        return send(pending, key.get(request(pending)));
    }

    private JsonNode request(String pending) {
        return Api.anonymous(port)
                .post("/auth/passkey/options", pending)
                .expect(200)
                .json();
    }

    private Answer send(String pending, String credential) {
        String rest = pending.equals("{}") ? "" : "," + pending.substring(1, pending.length() - 1);
        return Api.anonymous(port).post("/auth/passkey", """
                {"credential":%s,"refreshTokenIn":"body"%s}""".formatted(credential, rest));
    }

    private Answer password(Tenant tenant) {
        return Api.anonymous(port).post("/auth/login", """
                {"email":"%s","password":"%s","refreshTokenIn":"body"}""".formatted(tenant.email(), Tenant.PASSWORD));
    }

    private static Arguments lie(String what, Consumer<SoftAuthenticator> lie) {
        return Arguments.of(what, lie);
    }

    private static int result(java.util.concurrent.Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
