package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How long sessions last, by the choice of their owner and the policy of the organization. */
@ServerTest
class SessionPolicyTest {
    private final int port;
    private final SessionRows rows;

    SessionPolicyTest(@LocalServerPort int port, SessionRows rows) {
        this.port = port;
        this.rows = rows;
    }

    @ParameterizedTest
    @CsvSource({"29,200", "31,401"})
    void endsASessionThatWasNotUsedForHalfAnHour(int minutes, int status) {
        People ann = People.register(port);
        People.Tokens tokens = ann.tokens();

        rows.usedAgo(ann.account(), Duration.ofMinutes(minutes));

        assertThat(ann.refresh(tokens.refreshToken()).status()).isEqualTo(status);
        assertThat(ann.as(tokens).get("/me").status()).isEqualTo(status);
    }

    @Test
    void countsARequestAsUse() {
        People ann = People.register(port);
        rows.usedAgo(ann.account(), Duration.ofMinutes(29));
        ann.session().get("/me").expect(200);

        assertThat(lastUsedMillisAgo(ann)).isLessThan(60_000);
    }

    @Test
    void doesNotCountWhatAPageAsksForByItself() {
        People ann = People.register(port);
        String refreshToken = ann.tokens().refreshToken();
        rows.usedAgo(ann.account(), Duration.ofMinutes(20));

        ann.session().send(unattended("/me")).expect(200);
        ann.anonymous()
                .send(Call.json("POST", "/auth/refresh", "{\"refreshToken\":\"%s\"}".formatted(refreshToken))
                        .with("Claribi-Unattended", "?1"))
                .expect(200);

        assertThat(lastUsedMillisAgo(ann)).isGreaterThan(19 * 60_000);
    }

    @Test
    void followsItsOwnersChoiceAtOnce() {
        People ann = People.register(port);
        People.Tokens tokens = ann.tokens();
        rows.usedAgo(ann.account(), Duration.ofMinutes(20));
        ann.as(tokens).send(unattended("/me")).expect(200);

        Answer me = ann.session().patch("/me", "{\"idleTimeoutMinutes\":15}").expect(200);

        assertThat(me.json().path("idleTimeoutMinutes").asInt()).isEqualTo(15);
        assertThat(ann.as(tokens).get("/me").code()).isEqualTo("SESSION_ENDED");
        assertThat(ann.refresh(tokens.refreshToken()).code()).isEqualTo("SESSION_ENDED");
        ann.session().get("/me").expect(200);
    }

    @Test
    void canLastLongerAsItsOwnerChose() {
        People ann = People.register(port);
        ann.session().patch("/me", "{\"idleTimeoutMinutes\":480}").expect(200);
        People.Tokens tokens = ann.tokens();

        rows.usedAgo(ann.account(), Duration.ofHours(7));

        ann.as(tokens).get("/me").expect(200);
    }

    @Test
    void obeysTheOrganizationFirst() {
        People ann = People.register(port);
        ann.session().patch("/me", "{\"idleTimeoutMinutes\":480}").expect(200);
        ann.session()
                .patch("/organization/security", "{\"idleTimeoutMinutes\":60}")
                .expect(200);
        People.Tokens tokens = ann.tokens();
        rows.usedAgo(ann.account(), Duration.ofMinutes(61));

        assertThat(ann.as(tokens).get("/me").code()).isEqualTo("SESSION_ENDED");
    }

    @Test
    void endsAtOnceByAShorterPolicy() {
        People ann = People.register(port);
        People.Tokens old = ann.tokens();
        rows.begunAgo(ann.account(), Duration.ofHours(3));
        ann.as(old).get("/me").expect(200);
        People.Tokens young = ann.tokens();

        ann.as(young).patch("/organization/security", "{\"maxSessionHours\":2}").expect(200);

        assertThat(ann.as(old).get("/me").code()).isEqualTo("SESSION_ENDED");
        assertThat(ann.refresh(old.refreshToken()).code()).isEqualTo("SESSION_ENDED");
        ann.as(young).get("/me").expect(200);
    }

    @Test
    void takesALimitAwayByNullAndLeavesWhatIsAbsent() {
        Api owner = People.register(port).session();
        owner.patch("/organization/security", "{\"idleTimeoutMinutes\":60,\"maxSessionHours\":12}")
                .expect(200);

        Answer answer = owner.patch("/organization/security", "{\"idleTimeoutMinutes\":null}")
                .expect(200);

        assertThat(answer.json().has("idleTimeoutMinutes")).isFalse();
        assertThat(answer.json().path("maxSessionHours").asInt()).isEqualTo(12);
        assertThat(owner.get("/organization/security").text()).isEqualTo(answer.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"idleTimeoutMinutes\":4}",
                "{\"idleTimeoutMinutes\":481}",
                "{\"maxSessionHours\":0}",
                "{\"maxSessionHours\":721}"
            })
    void refusesLimitsThatMakeNoSense(String json) {
        Answer answer = People.register(port).session().patch("/organization/security", json);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/message").asString()).contains("must be from");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"idleTimeoutMinutes\":45}", "{\"firstName\":\"a\\nb\"}", "{\"lastName\":\"%s\"}"})
    void refusesAProfileThatMakesNoSense(String json) {
        Answer answer = People.register(port).session().patch("/me", json.formatted("x".repeat(101)));

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void keepsNamesAsTheyWereUnlessTheyAreNamed() {
        Api ann = People.register(port).session();
        ann.patch("/me", "{\"firstName\":\" Ann \",\"lastName\":\"Lee\"}").expect(200);

        Answer me = ann.patch("/me", "{\"lastName\":null}").expect(200);

        assertThat(me.json().at("/account/firstName").asString()).isEqualTo("Ann");
        assertThat(me.json().path("account").has("lastName")).isFalse();
    }

    private static Call unattended(String path) {
        return new Call("GET", path, Map.of("Claribi-Unattended", "?1"), BodyPublishers.noBody());
    }

    private long lastUsedMillisAgo(People somebody) {
        var listed =
                somebody.session().send(unattended("/me/sessions")).expect(200).json();
        return Duration.between(Instant.parse(listed.at("/items/0/lastUsedAt").asString()), Instant.now())
                .toMillis();
    }
}
