package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.FakeClock;
import io.claribi.testing.TestOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@TimedServerTest
class LockOutTest {
    private static final Duration LOCK = Duration.ofMinutes(15);
    private static final String WRONG = "not the password";

    private final FakeClock clock;
    private final TestOrganizations organizations;
    private final Database database;
    private final int port;

    LockOutTest(FakeClock clock, TestOrganizations organizations, Database database, @LocalServerPort int port) {
        this.clock = clock;
        this.organizations = organizations;
        this.database = database;
        this.port = port;
    }

    @Test
    void refusesTheRightPasswordLikeAWrongOneAfterTenFailures() {
        People ann = People.register(port);
        Answer wrong = fail(ann, 10);

        Answer right = ann.logIn(People.PASSWORD);

        assertThat(right.status()).isEqualTo(401);
        assertThat(withoutTraceId(right)).isEqualTo(withoutTraceId(wrong));
        assertThat(right.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
        clock.advance(LOCK);
        assertThat(ann.logIn(People.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void letsTheOwnerInFromADeviceThatTheAccountKnows() {
        People ann = People.register(port);
        String device = deviceCookie(ann.logInWithCookies(People.PASSWORD, "").expect(200));
        fail(ann, 10);

        assertThat(ann.logInWithCookies(People.PASSWORD, device).status()).isEqualTo(200);
        assertThat(ann.logInWithCookies(People.PASSWORD, "").status()).isEqualTo(401);
    }

    @Test
    void countsFailuresOfAKnownDeviceApart() {
        People ann = People.register(port);
        String device = deviceCookie(ann.logInWithCookies(People.PASSWORD, "").expect(200));
        for (int number = 0; number < 10; number++) {
            ann.logInWithCookies(WRONG, device).expect(401);
        }

        assertThat(ann.logInWithCookies(People.PASSWORD, device).status()).isEqualTo(401);
        assertThat(ann.logInWithCookies(People.PASSWORD, "").status()).isEqualTo(200);
    }

    @Test
    void takesADeviceOfAnotherAccountForAStranger() {
        People ann = People.register(port);
        People bob = People.register(port);
        String bobs = deviceCookie(bob.logInWithCookies(People.PASSWORD, "").expect(200));
        fail(ann, 10);

        assertThat(ann.logInWithCookies(People.PASSWORD, bobs).status()).isEqualTo(401);
    }

    @Test
    void keepsTheDeviceCookieFromScriptsAndOtherSites() {
        String cookie = deviceCookies(People.register(port).registration()).getFirst();

        assertThat(cookie)
                .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Strict", "; Max-Age=34560000")
                .doesNotContain("Domain");
    }

    @Test
    void goesOnWithTheCookieThatABrowserHas() {
        People ann = People.register(port);
        People bob = People.register(port);
        String anns = deviceCookie(ann.logInWithCookies(People.PASSWORD, "").expect(200));

        assertThat(deviceCookie(ann.logInWithCookies(People.PASSWORD, anns))).isEqualTo(anns);
        assertThat(deviceCookie(bob.logInWithCookies(People.PASSWORD, anns))).isEqualTo(anns);
    }

    @Test
    void takesOverNoCookieThatItDidNotGive() {
        String planted = "__Host-claribi-device=" + "A".repeat(43);

        assertThat(deviceCookie(People.register(port).logInWithCookies(People.PASSWORD, planted)))
                .isNotEqualTo(planted);
    }

    @Test
    void answersForAnAddressThatIsNobodysAsForAnAccount() {
        People ann = People.register(port);
        People nobody =
                new People(Api.anonymous(port), "nobody" + UUID.randomUUID() + "@example.org", ann.registration());

        List<Outcome> known = outcomes(ann);
        List<Outcome> unknown = outcomes(nobody);

        assertThat(unknown).isEqualTo(known);
        assertThat(known)
                .extracting(Outcome::time)
                .isSortedAccordingTo(Duration::compareTo)
                .doesNotContain(Duration.ZERO);
    }

    @Test
    void tellsTheTrailOfFailuresUntilTheAccountIsLocked() {
        People ann = People.register(port);
        fail(ann, 15);

        List<String> details = failuresInTheTrail(ann);

        assertThat(details).hasSize(10);
        assertThat(details.subList(0, 9)).containsOnly("{}");
        assertThat(details.getLast()).isEqualTo("{\"locked\": \"true\"}");
    }

    private Answer fail(People person, int times) {
        return IntStream.range(0, times)
                .mapToObj(number -> person.logIn(WRONG).expect(401))
                .toList()
                .getLast();
    }

    private List<Outcome> outcomes(People person) {
        return IntStream.range(0, 10)
                .mapToObj(number -> {
                    Instant before = clock.instant();
                    Answer answer = person.logIn(WRONG);
                    return new Outcome(withoutTraceId(answer), Duration.between(before, clock.instant()));
                })
                .toList();
    }

    private List<String> failuresInTheTrail(People person) {
        String id = person.registration().json().at("/organization/id").asString();
        return organizations.call(
                new OrganizationId(UUID.fromString(id)),
                () -> database.sql("""
                        SELECT details
                        FROM audit.event
                        WHERE type = 'auth.login_failed'
                        ORDER BY id
                        """).query(String.class).list());
    }

    private static String withoutTraceId(Answer answer) {
        return answer.status()
                + answer.text().replace(answer.json().path("traceId").asString(), "");
    }

    private static String deviceCookie(Answer answer) {
        return deviceCookies(answer).getFirst().replaceAll(";.*", "");
    }

    private static List<String> deviceCookies(Answer answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("__Host-claribi-device="))
                .toList();
    }

    private record Outcome(String answer, Duration time) {}
}
