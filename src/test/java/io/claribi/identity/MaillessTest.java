package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Inbox;
import io.claribi.testing.Outbox;
import io.claribi.testing.ServerTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A server without a mail server confirms no addresses, and hides as much as it can without. */
@ServerTest
class MaillessTest {
    private static final int TIMES = 40;

    private final Addresses addresses;
    private final Outbox outbox;
    private final int port;
    private final Api api;

    MaillessTest(Addresses addresses, @LocalServerPort int port) {
        this.addresses = addresses;
        this.outbox = Outbox.ofAllServers();
        this.port = port;
        this.api = Api.anonymous(port);
    }

    @Test
    void answersARegistrationOfATakenAddressLikeAnyOther() {
        List<String> taken = addresses.known(TIMES);
        Addresses.register(api, Addresses.unknown());

        Likeness.ofAnswers(
                TIMES, i -> Addresses.register(api, taken.get(i)), i -> Addresses.register(api, Addresses.unknown()));
    }

    @Test
    void opensNothingToWhoRegistersATakenAddress() {
        People ann = People.register(port);

        Answer second = Addresses.register(api, ann.email()).expect(201);

        Answer me = api.as(second.json().path("accessToken").asString()).get("/me");
        assertThat(me.status()).isEqualTo(401);
        assertThat(me.code()).isEqualTo("SESSION_ENDED");
        outbox.await(ann.email(), "You already have an account");
        ann.logIn(People.PASSWORD).expect(200);
    }

    @Test
    void doesNotKnowWhetherAnAddressIsItsOwners() {
        People ann = People.register(port);
        Api session = ann.as(ann.tokens());

        assertThat(session.get("/me").json().at("/account/emailVerified").asBoolean())
                .isFalse();
        api.post("/auth/email/resend", "{\"email\":\"%s\"}".formatted(ann.email()))
                .expect(202);
        String token = Inbox.token(outbox.await(ann.email(), "Confirm your e-mail address"));
        api.post("/auth/email/verify", "{\"token\":\"%s\"}".formatted(token)).expect(204);
        assertThat(session.get("/me").json().at("/account/emailVerified").asBoolean())
                .isTrue();
    }

    @Test
    void changesAnAddressAtOnceAndTellsTheOldOne() {
        People ann = People.register(port);
        Api session = ann.as(ann.tokens());
        String wanted = Addresses.unknown();

        session.post("/me/email", """
                {"email":"%s","password":"%s"}
                """.formatted(wanted, People.PASSWORD)).expect(202);

        assertThat(session.get("/me").json().at("/account/email").asString()).isEqualTo(wanted);
        outbox.await(ann.email(), "Your e-mail address was changed");
    }

    @Test
    void changesNoAddressToAnothers() {
        People ann = People.register(port);
        People bob = People.register(port);
        Api session = ann.as(ann.tokens());

        session.post("/me/email", """
                {"email":"%s","password":"%s"}
                """.formatted(bob.email(), People.PASSWORD)).expect(202);

        assertThat(session.get("/me").json().at("/account/email").asString()).isEqualTo(ann.email());
        outbox.await(bob.email(), "Your address was given for another account");
    }
}
