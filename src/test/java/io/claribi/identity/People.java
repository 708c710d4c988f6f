package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody registered over HTTP, with what they hold. */
record People(Api anonymous, String email, Answer registration) {
    static final String PASSWORD = "correct horse battery";

    static People register(int port) {
        String email = "p" + UUID.randomUUID().toString().replace("-", "") + "@example.org";
        Api anonymous = Api.anonymous(port);
        Answer answer =
                anonymous.post("/auth/register", """
                        {"email":"%s","password":"%s","organizationName":"Acme"}
                        """.formatted(email, PASSWORD)).expect(201);
        return new People(anonymous, email, answer);
    }

    AccountId account() {
        return new AccountId(
                UUID.fromString(registration.json().at("/account/id").asString()));
    }

    OrganizationId organization() {
        return new OrganizationId(
                UUID.fromString(registration.json().at("/organization/id").asString()));
    }

    /** The session that the registration began. */
    Api session() {
        return anonymous.as(registration.json().path("accessToken").asString());
    }

    Answer logIn(String password) {
        return anonymous.post("/auth/login", """
                {"email":"%s","password":"%s","refreshTokenIn":"body"}
                """.formatted(email, password));
    }

    /** As a browser does that has these cookies. */
    Answer logInWithCookies(String password, String cookies) {
        Call call = Call.json("POST", "/auth/login", """
                {"email":"%s","password":"%s"}
                """.formatted(email, password));
        return anonymous.send(cookies.isEmpty() ? call : call.with("Cookie", cookies));
    }

    /** The tokens of a new session. */
    Tokens tokens() {
        return Tokens.of(logIn(PASSWORD).expect(200));
    }

    Answer refresh(String refreshToken) {
        return anonymous.post("/auth/refresh", """
                {"refreshToken":"%s"}
                """.formatted(refreshToken));
    }

    Api as(Tokens tokens) {
        return anonymous.as(tokens.access());
    }

    static String cookie(Answer answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("");
    }

    static Call withCookie(String path, String refreshToken) {
        return Call.json("POST", path, "").with("Cookie", "__Host-claribi-refresh=" + refreshToken);
    }

    record Tokens(String access, @Nullable String refresh) {
        static Tokens of(Answer answer) {
            return new Tokens(
                    answer.json().path("accessToken").asString(),
                    answer.json().path("refreshToken").asString(null));
        }

        String refreshToken() {
            if (refresh == null) {
                throw new AssertionError("The answer holds no refresh token");
            }
            return refresh;
        }
    }
}
