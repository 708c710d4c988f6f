package io.claribi.identity.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.identity.TimedServerTest;
import io.claribi.tenancy.Database;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.FakeClock;
import io.claribi.testing.TestOrganizations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@TimedServerTest
class MfaLogInTest {
    private final FakeClock clock;
    private final TestOrganizations organizations;
    private final Database database;
    private final int port;

    MfaLogInTest(FakeClock clock, TestOrganizations organizations, Database database, @LocalServerPort int port) {
        this.clock = clock;
        this.organizations = organizations;
        this.database = database;
        this.port = port;
    }

    @Test
    void givesTokensForACode() {
        Member ann = enrolled();

        Answer loggedIn = ann.logIn(ann.mfaToken(), ann.nextCode()).expect(200);

        assertThat(loggedIn.json().path("tokenType").asString()).isEqualTo("Bearer");
        assertThat(loggedIn.json().path("refreshToken").asString()).hasSize(43);
        ann.as(loggedIn).get("/me").expect(200);
        assertThat(trail(ann, "auth.login").getLast()).isEqualTo("{\"factor\": \"totp\"}");
    }

    @Test
    void tellsNoLogInBeforeTheCode() {
        Member ann = enrolled();
        int before = trail(ann, "auth.login").size();

        ann.mfaToken();

        assertThat(trail(ann, "auth.login")).hasSize(before);
    }

    @Test
    void takesACodeOnce() {
        Member ann = enrolled();
        String code = ann.nextCode();
        ann.logIn(ann.mfaToken(), code).expect(200);

        assertThat(ann.logIn(ann.mfaToken(), code).code()).isEqualTo("MFA_CODE_INVALID");
        assertThat(ann.logIn(ann.mfaToken(), ann.nextCode()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"-60, false", "-30, true", "0, true", "30, false"})
    void takesTheCodeOfThisStepOrOfTheOneBefore(int secondsLater, boolean taken) {
        Member ann = enrolled();
        clock.advance(Duration.ofMinutes(3));

        Answer answer = ann.logIn(ann.mfaToken(), ann.code(Duration.ofSeconds(secondsLater)));

        assertThat(answer.status() == 200).isEqualTo(taken);
    }

    @Test
    void takesNoCodeOlderThanTheLastOneTaken() {
        Member ann = enrolled();
        clock.advance(Duration.ofMinutes(3));
        ann.logIn(ann.mfaToken(), ann.code()).expect(200);

        assertThat(ann.logIn(ann.mfaToken(), ann.code(Duration.ofSeconds(-30))).code())
                .isEqualTo("MFA_CODE_INVALID");
    }

    @Test
    void takesACodeOnceHoweverManyGiveItAtTheSameInstant() throws Exception {
        Member ann = enrolled();
        List<String> tokens = tokens(ann, 8);
        String code = ann.nextCode();

        List<Answer> answers = together(8, number -> ann.logIn(tokens.get(number), code));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    }

    @Test
    void takesABackupCodeOnceHoweverItIsTyped() {
        Member ann = Member.register(port, clock);
        List<String> codes = ann.enrol();
        String typed = " "
                + codes.getFirst()
                        .toUpperCase(Locale.ROOT)
                        .replace("-", " ")
                        .replace('0', 'O')
                        .replace('1', 'l');

        Answer loggedIn = ann.logIn(ann.mfaToken(), typed).expect(200);

        assertThat(trail(ann, "auth.login").getLast()).isEqualTo("{\"factor\": \"backup_code\"}");
        assertThat(ann.as(loggedIn)
                        .get("/me/mfa")
                        .json()
                        .path("backupCodesLeft")
                        .asInt())
                .isEqualTo(9);
        assertThat(ann.logIn(ann.mfaToken(), codes.getFirst()).code()).isEqualTo("MFA_CODE_INVALID");
        assertThat(ann.logIn(ann.mfaToken(), codes.get(1)).status()).isEqualTo(200);
    }

    @Test
    void takesABackupCodeOnceHoweverManyGiveItAtTheSameInstant() throws Exception {
        Member ann = Member.register(port, clock);
        String code = ann.enrol().getFirst();
        List<String> tokens = tokens(ann, 8);

        List<Answer> answers = together(8, number -> ann.logIn(tokens.get(number), code));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    }

    @Test
    void takesNobodyElsesCodes() {
        Member ann = Member.register(port, clock);
        Member bob = Member.register(port, clock);
        List<String> anns = ann.enrol();
        bob.enrol();

        assertThat(bob.logIn(bob.mfaToken(), anns.getFirst()).code()).isEqualTo("MFA_CODE_INVALID");
        assertThat(bob.logIn(bob.mfaToken(), ann.nextCode()).code()).isEqualTo("MFA_CODE_INVALID");
    }

    @Test
    void asksForThePasswordAgainAfterFiveTries() {
        Member ann = enrolled();
        String token = ann.mfaToken();
        for (int number = 0; number < 5; number++) {
            assertThat(ann.logIn(token, ann.wrongCode()).code()).isEqualTo("MFA_CODE_INVALID");
        }

        Answer sixth = ann.logIn(token, ann.nextCode());

        assertThat(sixth.status()).isEqualTo(401);
        assertThat(sixth.code()).isEqualTo("MFA_TOKEN_INVALID");
    }

    @Test
    void asksForThePasswordAgainAfterFiveMinutes() {
        Member ann = enrolled();
        String token = ann.mfaToken();
        clock.advance(Duration.ofMinutes(5));

        assertThat(ann.logIn(token, ann.code()).code()).isEqualTo("MFA_TOKEN_INVALID");
    }

    @Test
    void takesATokenOnceEvenWithTwoRightCodes() throws Exception {
        Member ann = Member.register(port, clock);
        List<String> codes = ann.enrol();
        String token = ann.mfaToken();

        List<Answer> answers = together(4, number -> ann.logIn(token, codes.get(number)));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(ann.logIn(token, codes.getLast()).code()).isEqualTo("MFA_TOKEN_INVALID");
    }

    @ParameterizedTest
    @CsvSource({
        "User-Agent, another browser",
        "Cookie, __Host-claribi-device=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    })
    void takesATokenFromTheClientThatGotIt(String header, String another) {
        Member ann = enrolled();
        String token = ann.mfaToken();
        String body = Member.json(Map.of("mfaToken", token, "code", ann.nextCode()));

        assertThat(ann.send("/auth/mfa", body, Map.of(header, another)).code()).isEqualTo("MFA_TOKEN_INVALID");
        assertThat(ann.send("/auth/mfa", body, Map.of()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"''", "nonsense", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesWhatIsNoToken(String token) {
        Member ann = enrolled();

        assertThat(ann.logIn(token, ann.nextCode()).code()).isEqualTo("MFA_TOKEN_INVALID");
    }

    @Test
    void takesATokenForNothingElse() {
        Member ann = enrolled();
        String token = ann.mfaToken();
        Api anonymous = Api.anonymous(port);

        assertThat(anonymous.as(token).get("/me").code()).isEqualTo("TOKEN_INVALID");
        assertThat(anonymous
                        .post("/auth/refresh", Member.json(Map.of("refreshToken", token)))
                        .status())
                .isEqualTo(401);
        assertThat(ann.send("/auth/refresh", "", Map.of("Cookie", "__Host-claribi-refresh=" + token))
                        .status())
                .isEqualTo(401);
        ann.send("/auth/logout", "", Map.of("Cookie", "__Host-claribi-refresh=" + token))
                .expect(204);
        assertThat(ann.logIn(token, ann.nextCode()).status()).isEqualTo(200);
    }

    @Test
    void stopsWhoGuessesAtCodesButNotOnADeviceThatTheAccountKnows() {
        Member ann = enrolled();
        String device = ann.send(
                        "/auth/mfa", Member.json(Map.of("mfaToken", ann.mfaToken(), "code", ann.nextCode())), Map.of())
                .headers()
                .allValues("Set-Cookie")
                .get(1)
                .replaceAll(";.*", "");
        for (int token = 0; token < 2; token++) {
            String mfaToken = ann.mfaToken();
            for (int number = 0; number < 5; number++) {
                ann.logIn(mfaToken, ann.wrongCode()).expect(401);
            }
        }

        Answer right = ann.logIn(ann.mfaToken(), ann.nextCode());

        assertThat(right.status()).isEqualTo(429);
        assertThat(right.code()).isEqualTo("TOO_MANY_ATTEMPTS");
        assertThat(right.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 900L);
        assertThat(trail(ann, "auth.mfa_failed")).hasSize(10).last().isEqualTo("{\"locked\": \"true\"}");
        Map<String, String> cookie = Map.of("Cookie", device);
        String known = ann.send("/auth/login", ann.credentials(), cookie)
                .json()
                .path("mfaToken")
                .asString();
        assertThat(ann.send("/auth/mfa", Member.json(Map.of("mfaToken", known, "code", ann.code())), cookie)
                        .status())
                .isEqualTo(200);
    }

    private Member enrolled() {
        Member member = Member.register(port, clock);
        member.enrol();
        return member;
    }

    private static List<String> tokens(Member member, int count) {
        return IntStream.range(0, count).mapToObj(number -> member.mfaToken()).toList();
    }

    private List<String> trail(Member member, String type) {
        return organizations.call(
                member.tenant().organization(),
                () -> database.sql("""
                        SELECT details
                        FROM audit.event
                        WHERE type = :type
                        ORDER BY id
                        """).param("type", type).query(String.class).list());
    }

    private static List<Answer> together(int callers, Function<Integer, Answer> call) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, callers)
                            .<Callable<Answer>>mapToObj(number -> () -> call.apply(number))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
