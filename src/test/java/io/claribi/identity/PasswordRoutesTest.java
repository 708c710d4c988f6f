package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.AppException;
import io.claribi.secrets.Secret;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.ServerTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class PasswordRoutesTest {
    private static final String BETTER = "a much better one";

    private final int port;
    private final SessionRows sessions;
    private final AccountStore accounts;
    private final PasswordChanges changes;
    private final PasswordLogIn logIns;
    private final TransactionTemplate transaction;
    private final HeardOfPasswords heard;

    PasswordRoutesTest(
            @LocalServerPort int port,
            SessionRows sessions,
            AccountStore accounts,
            PasswordChanges changes,
            PasswordLogIn logIns,
            TransactionTemplate transaction,
            HeardOfPasswords heard) {
        this.port = port;
        this.sessions = sessions;
        this.accounts = accounts;
        this.changes = changes;
        this.logIns = logIns;
        this.transaction = transaction;
        this.heard = heard;
    }

    @Test
    void changesThePasswordAndEndsAllOtherSessions() {
        People ann = People.register(port);
        People.Tokens here = ann.tokens();
        People.Tokens there = ann.tokens();
        ann.as(there).get("/me").expect(200);

        change(ann.as(here), People.PASSWORD, BETTER).expect(204);

        ann.as(here).get("/me").expect(200);
        ann.refresh(here.refreshToken()).expect(200);
        assertThat(ann.as(there).get("/me").code()).isEqualTo("SESSION_ENDED");
        assertThat(ann.refresh(there.refreshToken()).code()).isEqualTo("SESSION_ENDED");
        assertThat(ann.logIn(People.PASSWORD).code()).isEqualTo("BAD_CREDENTIALS");
        ann.logIn(BETTER).expect(200);
        assertThat(heard.of(ann.email())).containsExactly(false);
    }

    @Test
    void changesNothingForWhoDoesNotKnowThePassword() {
        People ann = People.register(port);
        People.Tokens there = ann.tokens();

        Answer answer = change(ann.as(ann.tokens()), "not the password", BETTER);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("BAD_CREDENTIALS");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("current");
        ann.logIn(People.PASSWORD).expect(200);
        ann.as(there).get("/me").expect(200);
        assertThat(heard.of(ann.email())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "short,PASSWORD_TOO_SHORT",
        "qwertyuiop,PASSWORD_BREACHED",
        "claribi is mine,PASSWORD_HOLDS_NAME",
        "all of acme knows,PASSWORD_HOLDS_NAME"
    })
    void refusesABadNewPasswordWithACodeOfItsOwn(String password, String code) {
        People ann = People.register(port);

        Answer answer = change(ann.as(ann.tokens()), People.PASSWORD, password);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("new");
        assertThat(answer.text()).doesNotContain(password);
    }

    @Test
    void namesAMissingFieldAsTheRequestDoes() {
        Answer answer = People.register(port).session().post("/me/password", "{\"current\":\"x\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("new");
    }

    @Test
    void resetsAPasswordAndEndsAllSessions() {
        People ann = People.register(port);
        People.Tokens tokens = ann.tokens();

        changes.reset(ann.account(), Optional.of(ann.organization()), Secret.of(BETTER), () -> {});

        assertThat(ann.as(tokens).get("/me").code()).isEqualTo("SESSION_ENDED");
        ann.logIn(BETTER).expect(200);
        assertThat(heard.of(ann.email())).containsExactly(true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            password              |                     | false | 0 | PASSWORD_BREACHED
            Ann 4 ever and ever   | ann@example.org     | false | 1 | PASSWORD_HOLDS_EMAIL
            Ann 4 ever and ever   | ann@                | true  | 4 |
            correct horse battery | bob@example.org     | true  | 4 |
            """)
    void tellsWhileOneTypes(String password, String email, boolean acceptable, int strength, String code) {
        Answer answer = Api.anonymous(port)
                .post("/auth/password/check", """
                {"password":"%s","email":%s,"organizationName":"Beta"}
                """.formatted(password, email == null ? "null" : '"' + email + '"'))
                .expect(200);

        assertThat(answer.json().path("acceptable").asBoolean()).isEqualTo(acceptable);
        assertThat(answer.json().path("strength").asInt()).isEqualTo(strength);
        assertThat(answer.json().path("problems").findValuesAsString("code"))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void confirmsASessionForTenMinutes() {
        People ann = People.register(port);
        People.Tokens tokens = ann.tokens();
        ann.tokens();
        sessions.confirmedAgo(ann.account(), Duration.ofMinutes(10));

        assertThat(ann.as(tokens).delete("/me/sessions").code()).isEqualTo("STEP_UP_REQUIRED");
        assertThat(stepUp(ann.as(tokens), "not the password").code()).isEqualTo("BAD_CREDENTIALS");
        assertThat(ann.as(tokens).delete("/me/sessions").code()).isEqualTo("STEP_UP_REQUIRED");

        stepUp(ann.as(tokens), People.PASSWORD).expect(204);

        ann.as(tokens).delete("/me/sessions").expect(204);
    }

    @Test
    void tellsTheTrailOfSomebodyWhoCanNotConfirm() {
        People ann = People.register(port);
        Api session = ann.as(ann.tokens());

        stepUp(session, "not the password").expect(401);

        Answer activity = session.get("/me/activity?pageSize=1").expect(200);
        assertThat(activity.json().at("/items/0/type").asString()).isEqualTo("auth.login_failed");
        assertThat(activity.json().at("/items/0/details/at").asString()).isEqualTo("step-up");
    }

    @Test
    void hashesAPasswordAnewWhenItsHashCostsLessThanNewOnesDo() {
        People ann = People.register(port);
        String weak = new Argon2PasswordEncoder(16, 32, 1, 46 * 1024, 1).encode(People.PASSWORD);
        transaction.executeWithoutResult(status -> accounts.replaceHash(ann.account(), hash(ann), weak));

        ann.logIn("not the password").expect(401);
        assertThat(hash(ann)).isEqualTo(weak);
        ann.logIn(People.PASSWORD).expect(200);

        assertThat(hash(ann)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        ann.logIn(People.PASSWORD).expect(200);
    }

    @Test
    void keepsANewPasswordFromTheHashOfTheOneBefore() {
        People ann = People.register(port);
        String former = hash(ann);
        changes.reset(ann.account(), Optional.of(ann.organization()), Secret.of(BETTER), () -> {});

        transaction.executeWithoutResult(status -> accounts.replaceHash(ann.account(), former, former));

        ann.logIn(People.PASSWORD).expect(401);
        ann.logIn(BETTER).expect(200);
    }

    @Test
    void letsNobodyInWhoShowedThePasswordBeforeItWasChanged() {
        People ann = People.register(port);
        var device = new Device(null, false, false);
        Accounts.Entrant entrant = logIns.verify(ann.email(), Secret.of(People.PASSWORD), device);

        changes.reset(ann.account(), Optional.of(ann.organization()), Secret.of(BETTER), () -> {});

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> logIns.hold(entrant)))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(IdentityError.BAD_CREDENTIALS));
    }

    private static Answer change(Api session, String current, String replacement) {
        return session.post("/me/password", """
                {"current":"%s","new":"%s"}
                """.formatted(current, replacement));
    }

    private static Answer stepUp(Api session, String password) {
        return session.post("/me/step-up", """
                {"password":"%s"}
                """.formatted(password));
    }

    private String hash(People somebody) {
        return transaction
                .execute(status -> accounts.findCredentials(somebody.account()))
                .orElseThrow()
                .passwordHash();
    }
}
