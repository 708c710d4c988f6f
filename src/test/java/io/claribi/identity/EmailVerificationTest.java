package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.tenancy.Database;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Inbox;
import io.claribi.testing.MailTest;
import io.claribi.testing.PostOffice;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@MailTest
class EmailVerificationTest {
    private final Database database;
    private final TransactionTemplate transaction;
    private final int port;

    EmailVerificationTest(Database database, TransactionTemplate transaction, @LocalServerPort int port) {
        this.database = database;
        this.transaction = transaction;
        this.port = port;
    }

    @Test
    void letsNobodyInBeforeTheAddressIsConfirmed() {
        Newcomer ann = Newcomer.register(port);

        Answer registration = ann.registration().expect(201);
        assertThat(registration.json().path("verificationRequired").asBoolean()).isTrue();
        assertThat(registration.json().has("accessToken")).isFalse();
        assertThat(registration.headers().firstValue("Set-Cookie")).isEmpty();

        assertThat(ann.logIn(Newcomer.PASSWORD).status()).isEqualTo(403);
        assertThat(ann.logIn(Newcomer.PASSWORD).code()).isEqualTo("EMAIL_NOT_VERIFIED");
        assertThat(ann.logIn("another password").code()).isEqualTo("BAD_CREDENTIALS");
    }

    @Test
    void makesTheAccountThatWasPromisedOnceTheCodeIsEntered() {
        Newcomer ann = Newcomer.register(port);

        ann.verifyByCode(Inbox.code(ann.confirmationMail())).expect(204);

        var me = ann.api().get("/me").expect(200).json();
        assertThat(me.at("/account/id")).isEqualTo(ann.registration().json().at("/account/id"));
        assertThat(me.at("/organization")).isEqualTo(ann.registration().json().at("/organization"));
        assertThat(me.at("/account/emailVerified").asBoolean()).isTrue();
        assertThat(me.path("role").asString()).isEqualTo("owner");
    }

    @Test
    void takesTheLinkInstead() {
        Newcomer ann = Newcomer.register(port);
        MimeMessage mail = ann.confirmationMail();

        ann.verify(Inbox.token(mail)).expect(204);

        ann.logIn(Newcomer.PASSWORD).expect(200);
        assertThat(Inbox.text(mail)).contains("http://localhost:%d/verify#token=".formatted(port));
    }

    @Test
    void takesEachOnce() {
        Newcomer ann = Newcomer.register(port);
        MimeMessage mail = ann.confirmationMail();
        ann.verify(Inbox.token(mail)).expect(204);

        assertThat(ann.verify(Inbox.token(mail)).code()).isEqualTo("VERIFICATION_INVALID");
        assertThat(ann.verifyByCode(Inbox.code(mail)).code()).isEqualTo("VERIFICATION_INVALID");
    }

    @Test
    void forgetsACodeAfterFiveWrongOnes() {
        Newcomer ann = Newcomer.register(port);
        String code = Inbox.code(ann.confirmationMail());
        String wrong = code.equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(ann.verifyByCode(wrong).status()).isEqualTo(422);
        }

        assertThat(ann.verifyByCode(code).code()).isEqualTo("VERIFICATION_INVALID");
    }

    @Test
    void takesTheNewestOnly() {
        Newcomer ann = Newcomer.register(port);
        MimeMessage first = ann.confirmationMail();
        resend(ann.email()).expect(202);
        MimeMessage second = PostOffice.inbox()
                .awaitAll(ann.email(), "Confirm your e-mail address", 2)
                .getLast();

        assertThat(ann.verify(Inbox.token(first)).code()).isEqualTo("VERIFICATION_INVALID");
        ann.verify(Inbox.token(second)).expect(204);
    }

    @Test
    void takesTheNewestRegistrationOnly() {
        Newcomer ann = Newcomer.register(port);
        MimeMessage first = ann.confirmationMail();
        Newcomer again = Newcomer.register(port, ann.email(), "another long password");
        MimeMessage second = PostOffice.inbox()
                .awaitAll(ann.email(), "Confirm your e-mail address", 2)
                .getLast();

        assertThat(ann.verify(Inbox.token(first)).code()).isEqualTo("VERIFICATION_INVALID");
        again.verify(Inbox.token(second)).expect(204);
        assertThat(ann.logIn(Newcomer.PASSWORD).status()).isEqualTo(401);
        again.logIn("another long password").expect(200);
    }

    @Test
    void takesNothingThatIsTooOld() {
        Newcomer ann = Newcomer.register(port);
        MimeMessage mail = ann.confirmationMail();
        expire(ann.email());

        assertThat(ann.verify(Inbox.token(mail)).code()).isEqualTo("VERIFICATION_INVALID");
        assertThat(ann.verifyByCode(Inbox.code(mail)).code()).isEqualTo("VERIFICATION_INVALID");
    }

    @Test
    void lastsTenMinutes() {
        Newcomer ann = Newcomer.register(port);
        ann.confirmationMail();

        assertThat(minutesLeft(ann.email())).isBetween(9.0, 10.0);
    }

    @Test
    void takesNoLinkThatIsForAPassword() {
        Newcomer ann = Newcomer.confirmed(port);

        assertThat(ann.verify(ann.resetToken(1)).code()).isEqualTo("VERIFICATION_INVALID");
    }

    @Test
    void saysTheSameOfAWrongCodeAndOfAnAddressThatWaitsForNone() {
        Newcomer ann = Newcomer.register(port);
        String code = Inbox.code(ann.confirmationMail());

        Answer wrong = ann.verifyByCode(code.equals("000000") ? "111111" : "000000");
        Answer nobody = new Newcomer(ann.anonymous(), "nobody" + ann.email(), ann.registration()).verifyByCode(code);

        assertThat(nobody.status()).isEqualTo(wrong.status()).isEqualTo(422);
        assertThat(nobody.json().path("detail")).isEqualTo(wrong.json().path("detail"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\"a@example.org\"}",
                "{\"code\":\"123456\"}",
                "{\"token\":\"\"}",
                "{\"token\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
                "{\"email\":\"nobody\",\"code\":\"123456\"}"
            })
    void refusesWhatIsNoProof(String body) {
        assertThat(Api.anonymous(port).post("/auth/email/verify", body).status())
                .isEqualTo(422);
    }

    @Test
    void keepsHashesOnly() {
        Newcomer ann = Newcomer.register(port);
        MimeMessage mail = ann.confirmationMail();

        String kept = kept(ann.email());

        assertThat(kept)
                .contains("registration", "address")
                .doesNotContain(Inbox.token(mail), Inbox.code(mail), Newcomer.PASSWORD);
    }

    private Answer resend(String email) {
        return Api.anonymous(port).post("/auth/email/resend", "{\"email\":\"%s\"}".formatted(email));
    }

    private void expire(String email) {
        transaction.executeWithoutResult(
                status -> database.sql("""
                        UPDATE identity.mailed_proof
                        SET expires_at = now() - interval '1 second'
                        WHERE email = :email
                        """).param("email", email).update());
    }

    private double minutesLeft(String email) {
        return transaction.execute(status ->
                database.sql("""
                        SELECT extract(epoch FROM expires_at - now()) / 60
                        FROM identity.mailed_proof
                        WHERE email = :email
                        """).param("email", email).query(Double.class).single());
    }

    private String kept(String email) {
        return transaction.execute(status ->
                database.sql("""
                        SELECT string_agg(kept, ' ')
                        FROM (
                            SELECT (proof - 'token_hash' - 'code_hash')::text
                                || encode(decode(substr(proof ->> 'token_hash', 3), 'hex'), 'escape')
                            FROM (SELECT to_jsonb(mailed_proof) AS proof FROM identity.mailed_proof WHERE email = :email)
                            UNION ALL
                            SELECT mail::text
                            FROM egress.mail
                            WHERE recipient = :email
                            UNION ALL
                            SELECT pending_registration::text
                            FROM identity.pending_registration
                            WHERE email = :email
                        ) AS all_of_it (kept)
                        """).param("email", email).query(String.class).single());
    }
}
