package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Inbox;
import io.claribi.testing.MailTest;
import io.claribi.testing.PostOffice;
import io.claribi.testing.TestOrganizations;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@MailTest
class PasswordRecoveryTest {
    private static final String NEW = "a new long password";

    private final Database database;
    private final TransactionTemplate transaction;
    private final TestOrganizations organizations;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final int port;

    PasswordRecoveryTest(
            Database database,
            TransactionTemplate transaction,
            TestOrganizations organizations,
            Accounts accounts,
            ApplicationEventPublisher events,
            @LocalServerPort int port) {
        this.database = database;
        this.transaction = transaction;
        this.organizations = organizations;
        this.accounts = accounts;
        this.events = events;
        this.port = port;
    }

    @Test
    void setsANewPasswordAndEndsAllSessions() {
        Newcomer ann = Newcomer.confirmed(port);
        Api before = ann.api();

        ann.reset(ann.resetToken(1), NEW).expect(204);

        assertThat(before.get("/me").code()).isEqualTo("SESSION_ENDED");
        assertThat(ann.logIn(Newcomer.PASSWORD).code()).isEqualTo("BAD_CREDENTIALS");
        ann.logIn(NEW).expect(200);
    }

    @Test
    void tellsTheOwnerAndTheTrail() {
        Newcomer ann = Newcomer.confirmed(port);

        ann.reset(ann.resetToken(1), NEW).expect(204);

        PostOffice.inbox().await(ann.email(), "Your password was reset");
        assertThat(organizations.call(
                        organization(ann),
                        () -> database.sql("""
                                SELECT details ->> 'by'
                                FROM audit.event
                                WHERE type = 'auth.password_changed'
                                """).query(String.class).list()))
                .containsExactly("reset");
    }

    @Test
    void keepsTheTokenFromEveryServersLog() {
        Newcomer ann = Newcomer.confirmed(port);
        ann.resetToken(1);

        String text = Inbox.text(PostOffice.inbox().await(ann.email(), "Reset your password"));

        assertThat(text).containsPattern("http://localhost:%d/reset#token=[A-Za-z0-9_-]{43}\\s".formatted(port));
    }

    @Test
    void takesALinkOnce() {
        Newcomer ann = Newcomer.confirmed(port);
        String token = ann.resetToken(1);
        ann.reset(token, NEW).expect(204);

        Answer again = ann.reset(token, "yet another password");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.code()).isEqualTo("RESET_TOKEN_INVALID");
        ann.logIn(NEW).expect(200);
    }

    @Test
    void takesTheNewestLinkOnly() {
        Newcomer ann = Newcomer.confirmed(port);
        String first = ann.resetToken(1);
        String second = ann.resetToken(2);

        assertThat(ann.reset(first, NEW).code()).isEqualTo("RESET_TOKEN_INVALID");
        ann.reset(second, NEW).expect(204);
    }

    @Test
    void takesALinkForAnHour() {
        Newcomer ann = Newcomer.confirmed(port);
        String token = ann.resetToken(1);

        assertThat(minutesLeft(ann)).isBetween(59.0, 60.0);
        expire(ann);
        assertThat(ann.reset(token, NEW).code()).isEqualTo("RESET_TOKEN_INVALID");
    }

    @Test
    void leavesTheLinkGoodWhenThePasswordIsRefused() {
        Newcomer ann = Newcomer.confirmed(port);
        String token = ann.resetToken(1);

        assertThat(ann.reset(token, "short").status()).isEqualTo(422);
        assertThat(ann.reset(token, "short").code()).isNotEqualTo("RESET_TOKEN_INVALID");
        ann.reset(token, NEW).expect(204);
    }

    @Test
    void takesNoLinkFromBeforeAChangeOfThePassword() {
        Newcomer ann = Newcomer.confirmed(port);
        String token = ann.resetToken(1);

        organizations.run(organization(ann), () -> events.publishEvent(new PasswordChanged(account(ann), false)));

        assertThat(ann.reset(token, NEW).code()).isEqualTo("RESET_TOKEN_INVALID");
    }

    @Test
    void takesNoLinkThatIsForAnAddress() {
        Newcomer ann = Newcomer.register(port);

        assertThat(ann.reset(Inbox.token(ann.confirmationMail()), NEW).code()).isEqualTo("RESET_TOKEN_INVALID");
    }

    @Test
    void confirmsTheAddressThatItWasMailedTo() {
        Newcomer ann = Newcomer.confirmed(port);
        transaction.executeWithoutResult(
                status -> database.sql("""
                        UPDATE identity.account
                        SET email_verified_at = NULL
                        WHERE email = :email
                        """).param("email", ann.email()).update());

        ann.reset(ann.resetToken(1), NEW).expect(204);

        assertThat(account(ann).emailVerified()).isTrue();
    }

    @Test
    void writesToAFewTimesAnHourOnly() {
        Newcomer ann = Newcomer.confirmed(port);
        for (int i = 0; i < 8; i++) {
            forgot(ann.email()).expect(202);
        }

        PostOffice.inbox().awaitAll(ann.email(), "Reset your password", 5);
        assertThat(ordered(ann.email())).isEqualTo(5);
    }

    @Test
    void asksForTheSameWorkForAnAddressThatIsNobodys() {
        String nobody = "x" + UUID.randomUUID() + "@example.org";

        for (int i = 0; i < 8; i++) {
            forgot(nobody).expect(202);
        }

        assertThat(ordered(nobody)).isEqualTo(5);
        assertThat(PostOffice.inbox().mailsTo(nobody)).isEmpty();
    }

    @Test
    void saysNothingToWhatIsNoAddress() {
        assertThat(forgot("nobody").status()).isEqualTo(202);
    }

    private Answer forgot(String email) {
        return Api.anonymous(port).post("/auth/password/forgot", "{\"email\":\"%s\"}".formatted(email));
    }

    private long ordered(String email) {
        return transaction.execute(status ->
                database.sql("""
                        SELECT count(*)
                        FROM egress.mail
                        WHERE recipient = :email AND kind = 'password_reset'
                        """).param("email", email).query(Long.class).single());
    }

    private double minutesLeft(Newcomer person) {
        return transaction.execute(status -> database.sql("""
                        SELECT extract(epoch FROM expires_at - now()) / 60
                        FROM identity.mailed_proof
                        WHERE email = :email AND purpose = 'password_reset'
                        """)
                .param("email", person.email())
                .query(Double.class)
                .single());
    }

    private void expire(Newcomer person) {
        transaction.executeWithoutResult(
                status -> database.sql("""
                        UPDATE identity.mailed_proof
                        SET expires_at = now() - interval '1 second'
                        WHERE email = :email
                        """).param("email", person.email()).update());
    }

    private Account account(Newcomer person) {
        return accounts.get(new AccountId(id(person, "/account/id")));
    }

    private static OrganizationId organization(Newcomer person) {
        return new OrganizationId(id(person, "/organization/id"));
    }

    private static UUID id(Newcomer person, String path) {
        JsonNode registration = person.registration().json();
        return UUID.fromString(registration.at(path).asString());
    }
}
