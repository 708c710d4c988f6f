package io.claribi.access.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.access.Memberships;
import io.claribi.identity.TimedServerTest;
import io.claribi.tenancy.Database;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.FakeClock;
import io.claribi.testing.Inbox;
import io.claribi.testing.Outbox;
import io.claribi.testing.Tenant;
import io.claribi.testing.TestOrganizations;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may be invited, how many, and what reaches them. */
@TimedServerTest
class InvitationSendingTest {
    private final Memberships memberships;
    private final Database database;
    private final TestOrganizations organizations;
    private final FakeClock clock;
    private final int port;
    private final Tenant owner;
    private final Invitee guest;

    InvitationSendingTest(
            Memberships memberships,
            Database database,
            TestOrganizations organizations,
            FakeClock clock,
            @LocalServerPort int port) {
        this.memberships = memberships;
        this.database = database;
        this.organizations = organizations;
        this.clock = clock;
        this.port = port;
        owner = Tenant.register(port);
        guest = Invitee.of(owner);
    }

    @Test
    void holdAPlaceEachUntilTheyExpire() {
        plan("starter");
        Invitee.of(owner).invited();
        String last = Invitee.of(owner).invited();

        Answer refused = guest.invite(owner.api(), "");
        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.json().path("limit").asString()).isEqualTo("members");

        clock.advance(Duration.ofDays(8));
        Tenant again = Tenant.logIn(port, owner.email());
        guest.invite(again.api(), "").expect(201);
        Invitee.of(owner).invite(again.api(), "").expect(201);
        assertThat(again.api()
                        .post("/invitations/%s/resend".formatted(last), "")
                        .status())
                .isEqualTo(402);
    }

    @Test
    void giveTheLastPlaceToOneOfTwoAtOnce() throws Exception {
        plan("starter");
        Invitee.of(owner).invited();

        List<Answer> answers = together(4, () -> Invitee.of(owner).invite(owner.api(), ""));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 402)).hasSize(3);
    }

    @Test
    void bringNobodyInBeyondASmallerPlan() {
        guest.invited();
        String token = guest.token(1);

        plan("free");

        assertThat(guest.accept(token).status()).isEqualTo(402);
        assertThat(countMembers()).isEqualTo(1);
    }

    @Test
    void areForMembersAloneWithoutManagedRoles() {
        plan("starter");

        Answer refused = guest.invite(owner.api(), ",\"role\":\"viewer\"");

        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.json().path("feature").asString()).isEqualTo("role_management");
        guest.invite(owner.api(), ",\"role\":\"member\"").expect(201);
    }

    @Test
    void goToManyAtOnceEachForItself() {
        guest.invited();

        Answer answer = owner.api()
                .post("/invitations/bulk", """
                {"emails":["a-%1$s","%1$s","nobody"],"role":"viewer"}
                """.formatted(guest.email()))
                .expect(200);

        assertThat(answer.json().path("created").findValuesAsString("email"))
                .filteredOn(email -> email.startsWith("a-"))
                .containsExactly("a-" + guest.email());
        assertThat(answer.json().path("refused").findValuesAsString("code"))
                .containsExactly("ALREADY_INVITED", "INVALID_INPUT");
    }

    @Test
    void goToAHundredAtMost() {
        String emails = String.join(
                ",",
                IntStream.range(0, 101)
                        .mapToObj("\"p%d@example.org\""::formatted)
                        .toList());

        assertThat(owner.api()
                        .post("/invitations/bulk", "{\"emails\":[%s]}".formatted(emails))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void showWhatPeopleWroteAsText() {
        guest.invite(owner.api(), ",\"message\":\"<b>Hello</b>\\nCome!\"").expect(201);

        MimeMessage mail = Outbox.ofAllServers().await(guest.email(), "You are invited to Org " + owner.name());

        assertThat(Inbox.html(mail)).contains("&lt;b&gt;Hello&lt;/b&gt;").doesNotContain("<b>");
        assertThat(Inbox.text(mail)).contains("Come!", owner.email(), "/accept-invitation#token=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u202Eevil", "LONG"})
    void takeNoMessageThatIsNoPlainText(String message) {
        String text = message.replace("LONG", "x".repeat(501));

        assertThat(guest.invite(owner.api(), ",\"message\":\"%s\"".formatted(text))
                        .status())
                .isIn(400, 422);
    }

    @Test
    void floodNobodysMailbox() {
        String id = guest.invited();
        for (int i = 0; i < 4; i++) {
            owner.api().post("/invitations/%s/resend".formatted(id), "").expect(200);
        }

        Answer refused = owner.api().post("/invitations/%s/resend".formatted(id), "");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("TOO_MANY_INVITATIONS");
    }

    @Test
    void tellNobodyWhetherAnAddressHasAnAccount() {
        Tenant ann = Tenant.register(port);

        Answer known = new Invitee(owner, ann.email()).invite(owner.api(), "").expect(201);
        Answer unknown = guest.invite(owner.api(), "").expect(201);

        assertThat(known.json().propertyNames()).isEqualTo(unknown.json().propertyNames());
        assertThat(known.text()).doesNotContain("hasAccount");
    }

    @Test
    void keepHashesOnly() {
        guest.invited();
        String token = guest.token(1);

        assertThat(organizations.<String>call(
                        owner.organization(),
                        () -> database.sql("""
                        SELECT string_agg(kept, ' ')
                        FROM (
                            SELECT CAST(to_jsonb(invitation) AS text)
                            FROM access.invitation
                            UNION ALL
                            SELECT CAST(to_jsonb(mail) AS text)
                            FROM egress.mail
                            WHERE recipient = :email
                        ) AS all_of_it (kept)
                        """)
                                .param("email", guest.email())
                                .query(String.class)
                                .single()))
                .contains(guest.email())
                .doesNotContain(token);
    }

    private long countMembers() {
        return organizations.call(owner.organization(), memberships::count);
    }

    private void plan(String name) {
        organizations.run(
                owner.organization(),
                () -> database.sql("""
                        UPDATE tenancy.organization
                        SET plan = :plan
                        """).param("plan", name).update());
    }

    private static List<Answer> together(int number, Callable<Answer> task) throws Exception {
        try (var threads = Executors.newFixedThreadPool(number)) {
            var answers = threads.invokeAll(java.util.Collections.nCopies(number, task));
            var results = new java.util.ArrayList<Answer>();
            for (var answer : answers) {
                results.add(answer.get());
            }
            return results;
        }
    }
}
