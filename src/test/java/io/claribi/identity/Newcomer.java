package io.claribi.identity;

import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Inbox;
import io.claribi.testing.PostOffice;
import jakarta.mail.internet.MimeMessage;
import java.util.UUID;

/** Somebody who registers at a server that confirms addresses. */
record Newcomer(Api anonymous, String email, Answer registration) {
    static final String PASSWORD = "correct horse battery";

    static Newcomer register(int port) {
        String email = "n" + UUID.randomUUID().toString().replace("-", "") + "@example.org";
        return register(port, email, PASSWORD);
    }

    static Newcomer register(int port, String email, String password) {
        Api anonymous = Api.anonymous(port);
        return new Newcomer(anonymous, email, anonymous.post("/auth/register", """
                {"email":"%s","password":"%s","organizationName":"Acme"}
                """.formatted(email, password)));
    }

    /** One whose address is confirmed. */
    static Newcomer confirmed(int port) {
        Newcomer newcomer = register(port);
        newcomer.verify(Inbox.token(newcomer.confirmationMail())).expect(204);
        return newcomer;
    }

    MimeMessage confirmationMail() {
        return PostOffice.inbox().await(email, "Confirm your e-mail address");
    }

    Answer verify(String token) {
        return anonymous.post("/auth/email/verify", "{\"token\":\"%s\"}".formatted(token));
    }

    Answer verifyByCode(String code) {
        return anonymous.post("/auth/email/verify", "{\"email\":\"%s\",\"code\":\"%s\"}".formatted(email, code));
    }

    Answer logIn(String password) {
        return anonymous.post("/auth/login", """
                {"email":"%s","password":"%s","refreshTokenIn":"body"}
                """.formatted(email, password));
    }

    /** In a new session. */
    Api api() {
        return anonymous.as(
                logIn(PASSWORD).expect(200).json().path("accessToken").asString());
    }

    /** Asks for a link for a new password, and returns its token. */
    String resetToken(int number) {
        anonymous
                .post("/auth/password/forgot", "{\"email\":\"%s\"}".formatted(email))
                .expect(202);
        return Inbox.token(PostOffice.inbox()
                .awaitAll(email, "Reset your password", number)
                .getLast());
    }

    Answer reset(String token, String password) {
        return anonymous.post("/auth/password/reset", """
                {"token":"%s","password":"%s"}
                """.formatted(token, password));
    }
}
