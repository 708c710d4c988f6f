package io.claribi.identity.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.identity.TimedServerTest;
import io.claribi.kernel.AccountId;
import io.claribi.secrets.AccountSecrets;
import io.claribi.tenancy.Database;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.FakeClock;
import io.claribi.testing.Tenant;
import io.claribi.testing.TestOrganizations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@TimedServerTest
class EnrolmentTest {
    private final FakeClock clock;
    private final AccountSecrets secrets;
    private final TestOrganizations organizations;
    private final Database database;
    private final TransactionTemplate transaction;
    private final int port;

    EnrolmentTest(
            FakeClock clock,
            AccountSecrets secrets,
            TestOrganizations organizations,
            Database database,
            TransactionTemplate transaction,
            @LocalServerPort int port) {
        this.clock = clock;
        this.secrets = secrets;
        this.organizations = organizations;
        this.database = database;
        this.transaction = transaction;
        this.port = port;
    }

    @Test
    void countsOnceTheFirstCodeIsConfirmed() {
        Member ann = Member.register(port, clock);
        JsonNode setup = ann.beginEnrolment();
        assertThat(setup.path("manualKey").asString().replace(" ", ""))
                .isEqualTo(setup.path("secret").asString());
        assertThat(setup.path("otpauthUri").asString())
                .contains(setup.path("secret").asString());
        assertThat(setup.path("qrSvg").asString()).startsWith("<svg");
        assertThat(mfa(ann).path("totp").asBoolean()).isFalse();
        assertThat(ann.logIn().json().has("accessToken")).isTrue();

        List<String> codes = Member.codes(ann.confirm(ann.code()).expect(200));

        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("[0-9a-z]{5}-[0-9a-z]{5}"));
        assertThat(mfa(ann).path("totp").asBoolean()).isTrue();
        assertThat(mfa(ann).path("enabledAt").asString())
                .isEqualTo(clock.instant().toString());
        assertThat(mfa(ann).path("backupCodesLeft").asInt()).isEqualTo(10);
        Answer logIn = ann.logIn().expect(200);
        assertThat(logIn.json().path("mfaRequired").asBoolean()).isTrue();
        assertThat(logIn.json().path("factors").valueStream().map(JsonNode::asString))
                .containsExactly("totp", "backup_code");
        assertThat(logIn.json().has("accessToken")).isFalse();
        assertThat(logIn.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void wantsThePassword() {
        Answer answer = Member.register(port, clock).begin("not the password");

        assertThat(answer.code()).isEqualTo("BAD_CREDENTIALS");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("password");
    }

    @Test
    void wantsARightCode() {
        Member ann = Member.register(port, clock);
        ann.beginEnrolment();

        Answer answer = ann.confirm(ann.wrongCode());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("MFA_CODE_INVALID");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("code");
        assertThat(mfa(ann).path("totp").asBoolean()).isFalse();
    }

    @Test
    void isToBeFinishedWithinAQuarterOfAnHour() {
        Member ann = Member.register(port, clock);
        ann.beginEnrolment();
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));

        Answer answer = withNewToken(ann).post("/me/mfa/totp/confirm", Member.json(Map.of("code", ann.code())));

        assertThat(answer.code()).as(answer.text()).isEqualTo("MFA_NOT_ENABLED");
    }

    @Test
    void makesANewSeedEachTimeItIsBegun() {
        Member ann = Member.register(port, clock);
        ann.beginEnrolment();
        String codeOfTheFirst = ann.code();
        ann.beginEnrolment();

        assertThat(ann.confirm(codeOfTheFirst).code()).isEqualTo("MFA_CODE_INVALID");
        assertThat(ann.confirm(ann.code()).status()).isEqualTo(200);
    }

    @Test
    void isDoneOnce() {
        Member ann = Member.register(port, clock);
        ann.enrol();

        assertThat(ann.begin(Tenant.PASSWORD).code()).isEqualTo("MFA_ALREADY_ENABLED");
        assertThat(ann.confirm(ann.nextCode()).code()).isEqualTo("MFA_ALREADY_ENABLED");
    }

    @Test
    void spendsItsFirstCode() {
        Member ann = Member.register(port, clock);
        ann.enrol();

        assertThat(ann.logIn(ann.mfaToken(), ann.code()).code()).isEqualTo("MFA_CODE_INVALID");
    }

    @ParameterizedTest
    @CsvSource({"free", "trial", "starter"})
    void needsThePlan(String plan) {
        Member ann = Member.register(port, clock);
        ann.beginEnrolment();
        setPlan(ann, plan);

        Answer begin = ann.begin(Tenant.PASSWORD);
        Answer confirm = ann.confirm(ann.code());

        assertThat(begin.status()).isEqualTo(402);
        assertThat(begin.code()).isEqualTo("PLAN_FEATURE_MISSING");
        assertThat(begin.json().path("feature").asString()).isEqualTo("mfa");
        assertThat(confirm.status()).isEqualTo(402);
        assertThat(mfa(ann).path("available").asBoolean()).isFalse();
    }

    @Test
    void staysWhenThePlanIsDowngraded() {
        Member ann = Member.register(port, clock);
        ann.enrol();
        setPlan(ann, "free");

        assertThat(ann.logIn().json().path("mfaRequired").asBoolean()).isTrue();
        Answer loggedIn = ann.logIn(ann.mfaToken(), ann.nextCode()).expect(200);
        Answer codes = ann.as(loggedIn).post("/me/mfa/backup-codes", proof(ann.nextCode()));
        assertThat(codes.status()).isEqualTo(200);
        assertThat(disable(ann.as(loggedIn), proof(ann.nextCode())).status()).isEqualTo(204);
    }

    @Test
    void isUndoneWithPasswordAndCode() {
        Member ann = Member.register(port, clock);
        ann.enrol();
        String right = ann.nextCode();
        String wrong = ann.wrongCode();

        assertThat(disable(ann.api(), Member.json(Map.of("password", "not the password", "code", right)))
                        .code())
                .isEqualTo("BAD_CREDENTIALS");
        assertThat(disable(ann.api(), proof(wrong)).code()).isEqualTo("MFA_CODE_INVALID");
        assertThat(disable(ann.api(), proof(right)).status()).isEqualTo(204);

        assertThat(ann.logIn().json().has("accessToken")).isTrue();
        assertThat(mfa(ann).path("totp").asBoolean()).isFalse();
        assertThat(mfa(ann).path("backupCodesLeft").asInt()).isZero();
        assertThat(transaction.<Boolean>execute(
                        status -> secrets.open(account(ann), "totp").isPresent()))
                .isFalse();
        assertThat(disable(ann.api(), proof(right)).code()).isEqualTo("MFA_NOT_ENABLED");
    }

    @Test
    void givesNewBackupCodesInThePlaceOfTheOldOnes() {
        Member ann = Member.register(port, clock);
        List<String> old = ann.enrol();

        List<String> renewed = Member.codes(
                ann.api().post("/me/mfa/backup-codes", proof(ann.nextCode())).expect(200));

        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(old);
        assertThat(ann.logIn(ann.mfaToken(), old.getFirst()).code()).isEqualTo("MFA_CODE_INVALID");
        assertThat(ann.logIn(ann.mfaToken(), renewed.getFirst()).status()).isEqualTo(200);
    }

    @Test
    void endsTheOtherSessionsAtEachChange() {
        Member ann = Member.register(port, clock);
        Api other = ann.as(ann.logIn());
        other.get("/me").expect(200);
        ann.enrol();
        assertThat(other.get("/me").code()).isEqualTo("SESSION_ENDED");

        assertEndsTheOthers(ann, code -> ann.api().post("/me/mfa/backup-codes", proof(code)));
        assertEndsTheOthers(ann, code -> disable(ann.api(), proof(code)));

        ann.api().get("/me").expect(200);
    }

    @Test
    void leavesNoLogInHalfDone() {
        Member ann = Member.register(port, clock);
        List<String> codes = ann.enrol();
        String pending = ann.mfaToken();
        disable(ann.api(), proof(ann.nextCode())).expect(204);

        assertThat(ann.logIn(pending, codes.getFirst()).code()).isEqualTo("MFA_TOKEN_INVALID");
    }

    @Test
    void stopsWhoGuessesAtCodesInASession() {
        Member ann = Member.register(port, clock);
        ann.enrol();
        for (int number = 0; number < 10; number++) {
            disable(ann.api(), proof(ann.wrongCode())).expect(422);
        }

        Answer right = disable(ann.api(), proof(ann.nextCode()));

        assertThat(right.status()).isEqualTo(429);
        assertThat(right.code()).isEqualTo("TOO_MANY_ATTEMPTS");
        assertThat(right.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 900L);
    }

    private void assertEndsTheOthers(Member ann, Function<String, Answer> change) {
        Api other = ann.as(ann.logIn(ann.mfaToken(), ann.nextCode()).expect(200));
        other.get("/me").expect(200);

        assertThat(change.apply(ann.nextCode()).status()).isBetween(200, 204);

        assertThat(other.get("/me").code()).isEqualTo("SESSION_ENDED");
    }

    /** The same person logged in anew: the first access token lives five minutes. */
    private Api withNewToken(Member member) {
        return member.as(member.logIn().expect(200));
    }

    private void setPlan(Member member, String plan) {
        organizations.run(
                member.tenant().organization(),
                () -> database.sql("""
                        UPDATE tenancy.organization
                        SET plan = :plan
                        """).param("plan", plan).update());
    }

    private static JsonNode mfa(Member member) {
        return member.api().get("/me/mfa").expect(200).json();
    }

    private static AccountId account(Member member) {
        return new AccountId(UUID.fromString(
                member.api().get("/me").expect(200).json().at("/account/id").asString()));
    }

    private static String proof(String code) {
        return Member.json(Map.of("password", Tenant.PASSWORD, "code", code));
    }

    private static Answer disable(Api api, String proof) {
        return api.send(Api.Call.json("DELETE", "/me/mfa", proof));
    }
}
