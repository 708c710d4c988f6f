package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.kernel.AccountId;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Inbox;
import io.claribi.testing.Outbox;
import io.claribi.testing.ServerTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A server without a mail server confirms no addresses, and hides as much as it can without. */
@ServerTest
class MaillessTest {
    private static final int TIMES = 40;

    private final AccountStore store;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final int port;
    private final Api api;

    MaillessTest(AccountStore store, TransactionTemplate transaction, @LocalServerPort int port) {
        this.store = store;
        this.transaction = transaction;
        this.outbox = Outbox.ofAllServers();
        this.port = port;
        this.api = Api.anonymous(port);
    }

    @Test
    void answersARegistrationOfATakenAddressLikeAnyOther() {
        List<String> taken = accounts(TIMES);
        register(stranger());

        Likeness.ofAnswers(TIMES, i -> register(taken.get(i)), i -> register(stranger()));
    }

    @Test
    void opensNothingToWhoRegistersATakenAddress() {
        People ann = People.register(port);

        Answer second = register(ann.email()).expect(201);

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
        String wanted = stranger();

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

    /** Accounts without the trouble of a registration. */
    private List<String> accounts(int number) {
        return transaction.execute(status -> IntStream.range(0, number)
                .mapToObj(i -> "k" + UUID.randomUUID() + "@example.org")
                .peek(
                        email -> store.insert(
                                new Account(AccountId.next(), new EmailAddress(email), null, null, true),
                                "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE"))
                .toList());
    }

    private static String stranger() {
        return "s" + UUID.randomUUID() + "@example.org";
    }

    private Answer register(String email) {
        return api.post("/auth/register", """
                {"email":"%s","password":"%s","organizationName":"Acme"}
                """.formatted(email, Newcomer.PASSWORD));
    }
}
