package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class LogInTest {
    private final int port;

    LogInTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void registersAnAccountAsTheOwnerOfItsOrganization() {
        People ann = People.register(port);

        Answer me = ann.as(ann.tokens()).get("/me").expect(200);

        assertThat(me.json().at("/account/email").asString()).isEqualTo(ann.email());
        assertThat(me.json().at("/organization/name").asString()).isEqualTo("Acme");
        assertThat(me.json().at("/organization/id"))
                .isEqualTo(ann.registration().json().at("/organization/id"));
        assertThat(me.json().path("role").asString()).isEqualTo("owner");
        assertThat(me.json().path("permissions").size()).isEqualTo(35);
    }

    @Test
    void keepsTheRefreshTokenWhereNoScriptReadsIt() {
        Answer registration = People.register(port).registration();

        assertThat(People.cookie(registration))
                .startsWith("__Host-claribi-refresh=")
                .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Domain");
        assertThat(registration.json().has("refreshToken")).isFalse();
    }

    @Test
    void givesTheRefreshTokenInTheBodyInsteadToWhoAsks() {
        Answer answer = People.register(port).logIn(People.PASSWORD).expect(200);

        assertThat(People.cookie(answer)).isEmpty();
        assertThat(answer.json().path("refreshToken").asString()).hasSize(43);
    }

    @Test
    void opensNothingForAnAddressThatDiffersInCaseAlone() {
        People ann = People.register(port);

        Answer second =
                ann.anonymous().post("/auth/register", """
                {"email":" %s ","password":"another password","organizationName":"Beta"}
                """.formatted(ann.email().toUpperCase(java.util.Locale.ROOT)));

        String token = second.expect(201).json().path("accessToken").asString();
        assertThat(ann.anonymous().as(token).get("/me").code()).isEqualTo("SESSION_ENDED");
    }

    @Test
    void saysTheSameOfAWrongPasswordAndAnUnknownAddress() {
        People ann = People.register(port);

        Answer wrong = ann.logIn("not the password");
        Answer unknown =
                new People(ann.anonymous(), "nobody@example.org", ann.registration()).logIn("not the password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("BAD_CREDENTIALS");
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"clariBI\"");
        assertThat(unknown.status()).isEqualTo(wrong.status());
        assertThat(unknown.json().path("detail")).isEqualTo(wrong.json().path("detail"));
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            short12            | a@example.org      | Acme  | password         | 422
            12345679 is mine   | a@example.org      | Acme  |                  | 201
            12345678           | a@example.org      | Acme  | password         | 422
            we at acme trust   | a@example.org      | Acme  | password         | 422
            MY-longname-0      | longname@x.example | Acme  | password         | 422
            long enough        | a.example.org      | Acme  | email            | 422
            long enough        | a@localhost        | Acme  | email            | 422
            long enough        | "a b"@example.org  | Acme  | email            | 422
            long enough        | a@example.org      | `  `  | organizationName | 422
            long enough        | a@example.org      | A\\nB | organizationName | 422
            """)
    void saysWhichFieldOfARegistrationIsWrong(
            String password, String email, String organization, String field, int status) {
        String address = status == 201 ? "u" + System.nanoTime() + email : email;

        Answer answer = Api.anonymous(port).post("/auth/register", """
                {"email":"%s","password":"%s","organizationName":"%s"}
                """.formatted(
                        address.replace("\"", "\\\""), password, organization.replace("\\\\n", "\\n")));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (status == 422) {
            assertThat(answer.code()).startsWith(field.equals("password") ? "PASSWORD_" : "INVALID_INPUT");
            assertThat(answer.json().path("errors").size()).isEqualTo(1);
            assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        }
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        Answer answer = Api.anonymous(port).post("/auth/register", """
                {"email":"nobody","password":"short","organizationName":""}
                """);

        assertThat(answer.json().path("errors").findValuesAsString("field"))
                .containsExactly("email", "password", "organizationName");
    }

    @Test
    void takesAPasswordInEitherUnicodeForm() {
        String composed = "Stra\u00DFe caf\u00E9";
        String decomposed = "Stra\u00DFe cafe\u0301";
        String email = "u" + System.nanoTime() + "@example.org";
        Api.anonymous(port)
                .post("/auth/register", """
                {"email":"%s","password":"%s","organizationName":"Acme"}
                """.formatted(email, composed))
                .expect(201);

        Answer answer = Api.anonymous(port).post("/auth/login", """
                {"email":"%s","password":"%s"}
                """.formatted(email, decomposed));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void endsTheSessionAtOnceOnLogOut() {
        People ann = People.register(port);
        People.Tokens tokens = ann.tokens();
        Api session = ann.as(tokens);
        session.get("/me").expect(200);

        Answer logout = session.post("/auth/logout", "").expect(204);

        assertThat(People.cookie(logout)).contains("__Host-claribi-refresh=;", "Max-Age=0");
        Answer after = session.get("/me");
        assertThat(after.status()).isEqualTo(401);
        assertThat(after.code()).isEqualTo("SESSION_ENDED");
        assertThat(ann.refresh(tokens.refreshToken()).status()).isEqualTo(401);
    }

    @Test
    void logsOutByTheCookieAlone() {
        People ann = People.register(port);
        People.Tokens tokens = ann.tokens();

        ann.anonymous()
                .send(People.withCookie("/auth/logout", tokens.refreshToken()))
                .expect(204);

        assertThat(ann.as(tokens).get("/me").code()).isEqualTo("SESSION_ENDED");
    }

    @Test
    void letsSomebodyElseInWhoeverIsLoggedIn() {
        People ann = People.register(port);
        People bob = People.register(port);
        Api asAnn = ann.as(ann.tokens());

        asAnn.post("/auth/register", """
                {"email":"u%d@example.org","password":"long enough","organizationName":"Beta"}
                """.formatted(System.nanoTime())).expect(201);
        asAnn.post("/auth/login", """
                {"email":"%s","password":"%s"}
                """.formatted(bob.email(), People.PASSWORD)).expect(200);
        asAnn.post("/auth/refresh", """
                {"refreshToken":"%s"}
                """.formatted(bob.tokens().refreshToken())).expect(200);
    }

    @Test
    void endsTheSessionThatTheBrowserHadBefore() {
        People ann = People.register(port);
        People.Tokens before = ann.tokens();
        String cookie = "__Host-claribi-refresh=" + before.refreshToken();

        ann.logInWithCookies("wrong password", cookie).expect(401);
        ann.as(before).get("/me").expect(200);
        Answer again = ann.logInWithCookies(People.PASSWORD, cookie).expect(200);

        assertThat(ann.as(before).get("/me").code()).isEqualTo("SESSION_ENDED");
        assertThat(ann.refresh(before.refreshToken()).status()).isEqualTo(401);
        ann.as(People.Tokens.of(again)).get("/me").expect(200);
    }

    @Test
    void logsOutBothWhenTokenAndCookieAreOfTwoSessions() {
        People ann = People.register(port);
        People bob = People.register(port);
        People.Tokens anns = ann.tokens();
        People.Tokens bobs = bob.tokens();

        ann.as(anns)
                .send(People.withCookie("/auth/logout", bobs.refreshToken()))
                .expect(204);

        assertThat(ann.as(anns).get("/me").code()).isEqualTo("SESSION_ENDED");
        assertThat(bob.as(bobs).get("/me").code()).isEqualTo("SESSION_ENDED");
    }

    @Test
    void logsOutWhoeverIsNotLoggedIn() {
        assertThat(Api.anonymous(port).post("/auth/logout", "{}").status()).isEqualTo(204);
    }
}
