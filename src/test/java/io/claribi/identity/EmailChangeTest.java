package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Inbox;
import io.claribi.testing.MailTest;
import io.claribi.testing.PostOffice;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@MailTest
class EmailChangeTest {
    private static final String CONFIRM = "Confirm your new e-mail address";

    private final int port;
    private final String wanted = "w" + UUID.randomUUID() + "@example.org";

    EmailChangeTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void happensOnceTheNewAddressIsConfirmed() {
        Newcomer ann = Newcomer.confirmed(port);
        Api session = ann.api();

        change(session, wanted).expect(202);

        assertThat(account(session).path("email").asString()).isEqualTo(ann.email());
        assertThat(account(session).path("pendingEmail").asString()).isEqualTo(wanted);
        verify(wanted, Inbox.code(PostOffice.inbox().await(wanted, CONFIRM))).expect(204);
        assertThat(account(session).path("email").asString()).isEqualTo(wanted);
        assertThat(account(session).path("emailVerified").asBoolean()).isTrue();
        assertThat(account(session).has("pendingEmail")).isFalse();
        assertThat(ann.logIn(Newcomer.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void isToldToTheOldAddressBeforeAndAfter() {
        Newcomer ann = Newcomer.confirmed(port);
        change(ann.api(), wanted).expect(202);

        assertThat(Inbox.text(PostOffice.inbox().await(ann.email(), "Your e-mail address is to be changed")))
                .contains(wanted);
        ann.verify(Inbox.token(PostOffice.inbox().await(wanted, CONFIRM))).expect(204);
        assertThat(Inbox.text(PostOffice.inbox().await(ann.email(), "Your e-mail address was changed")))
                .contains(wanted);
    }

    @Test
    void looksTheSameWhenTheAddressIsAnothers() {
        Newcomer ann = Newcomer.confirmed(port);
        Newcomer bob = Newcomer.confirmed(port);
        Api session = ann.api();

        Answer free = change(session, wanted);
        Answer taken = change(session, bob.email());

        assertThat(taken.status()).isEqualTo(free.status()).isEqualTo(202);
        assertThat(taken.text()).isEqualTo(free.text());
        assertThat(account(session).path("pendingEmail").asString()).isEqualTo(bob.email());
        String told = Inbox.text(PostOffice.inbox().await(bob.email(), "Your address was given for another account"));
        assertThat(told).doesNotContain("token", ann.email());
    }

    @Test
    void endsTheLinksThatLieInTheOldMailbox() {
        Newcomer ann = Newcomer.confirmed(port);
        String reset = ann.resetToken(1);
        change(ann.api(), wanted).expect(202);
        ann.verify(Inbox.token(PostOffice.inbox().await(wanted, CONFIRM))).expect(204);

        assertThat(ann.reset(reset, "a new long password").code()).isEqualTo("RESET_TOKEN_INVALID");
    }

    @Test
    void isForgottenWithANewPassword() {
        Newcomer ann = Newcomer.confirmed(port);
        change(ann.api(), wanted).expect(202);
        String confirmation = Inbox.token(PostOffice.inbox().await(wanted, CONFIRM));

        ann.reset(ann.resetToken(1), Newcomer.PASSWORD + "!").expect(204);

        assertThat(ann.verify(confirmation).code()).isEqualTo("VERIFICATION_INVALID");
    }

    @Test
    void goesToTheNewestOfSeveralAddresses() {
        Newcomer ann = Newcomer.confirmed(port);
        Api session = ann.api();
        change(session, wanted).expect(202);
        String first = Inbox.token(PostOffice.inbox().await(wanted, CONFIRM));
        change(session, "2" + wanted).expect(202);
        String second = Inbox.token(PostOffice.inbox().await("2" + wanted, CONFIRM));

        assertThat(ann.verify(first).code()).isEqualTo("VERIFICATION_INVALID");
        ann.verify(second).expect(204);
        assertThat(account(session).path("email").asString()).isEqualTo("2" + wanted);
    }

    @Test
    void mayBeOfTheCaseAlone() {
        Newcomer ann = Newcomer.confirmed(port);
        Api session = ann.api();
        String upper = ann.email().toUpperCase(java.util.Locale.ROOT);

        change(session, upper).expect(202);
        ann.verify(Inbox.token(PostOffice.inbox().await(ann.email(), CONFIRM))).expect(204);

        assertThat(account(session).path("email").asString()).isEqualTo(upper);
    }

    @Test
    void wantsThePassword() {
        Newcomer ann = Newcomer.confirmed(port);

        Answer answer = ann.api().post("/me/email", """
                {"email":"%s","password":"not the password"}
                """.formatted(wanted));

        assertThat(answer.code()).isEqualTo("BAD_CREDENTIALS");
        assertThat(account(ann.api()).has("pendingEmail")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "ä@example.org", "a@example.org\\r\\nBcc: b@example.org"})
    void wantsAnAddress(String address) {
        assertThat(change(Newcomer.confirmed(port).api(), address).code()).isEqualTo("INVALID_INPUT");
    }

    @Test
    void wantsAnotherAddress() {
        Newcomer ann = Newcomer.confirmed(port);

        assertThat(change(ann.api(), ann.email()).code()).isEqualTo("INVALID_INPUT");
    }

    private static Answer change(Api session, String email) {
        return session.post("/me/email", """
                {"email":"%s","password":"%s"}
                """.formatted(email, Newcomer.PASSWORD));
    }

    private Answer verify(String email, String code) {
        return Api.anonymous(port).post("/auth/email/verify", """
                {"email":"%s","code":"%s"}
                """.formatted(email, code));
    }

    private static JsonNode account(Api session) {
        return session.get("/me").expect(200).json().path("account");
    }
}
