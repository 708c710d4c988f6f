package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.planted.Planted;
import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.Database;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.EmptyServerTest;
import io.claribi.testing.Inbox;
import io.claribi.testing.Outbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A server on which nobody can register but by an invitation, and whoever runs it by the link that it prints. */
@EmptyServerTest
@TestPropertySource(properties = {"claribi.registration.mode=closed", "claribi.plans.signup=professional"})
class ClosedRegistrationTest {
    private static final Pattern LINK = Pattern.compile("/register#token=([A-Za-z0-9_-]{43})\\s");

    private final SetupInvitation invitation;
    private final DataDirectory data;
    private final Database database;
    private final TransactionTemplate transaction;
    private final Api api;

    ClosedRegistrationTest(
            SetupInvitation invitation,
            DataDirectory data,
            Database database,
            TransactionTemplate transaction,
            @LocalServerPort int port) {
        this.invitation = invitation;
        this.data = data;
        this.database = database;
        this.transaction = transaction;
        this.api = Api.anonymous(port);
    }

    @BeforeEach
    void leaveNobodyThere() {
        transaction.executeWithoutResult(status -> database.sql("""
                        DELETE FROM identity.affiliation
                        """).update());
    }

    @Test
    void saysSo() {
        assertThat(api.get("/auth/registration").expect(200).text()).isEqualTo("{\"mode\":\"closed\"}");
    }

    @Test
    void letsNobodyRegister() {
        Answer answer = register("");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("REGISTRATION_CLOSED");
    }

    @Test
    void letsWhoHasTheLinkMakeTheFirstOrganizationOnce() {
        String token = printed();

        Answer first = registerWith(token).expect(201);

        assertThat(api.as(first.json().path("accessToken").asString())
                        .get("/me")
                        .expect(200)
                        .json()
                        .path("role")
                        .asString())
                .isEqualTo("owner");
        assertThat(registerWith(token).code()).isEqualTo("REGISTRATION_CLOSED");
        assertThat(print()).isEmpty();
    }

    @Test
    void letsOneOfTwoWhoUseTheLinkAtOnce() throws Exception {
        String token = printed();
        Callable<Answer> use = () -> registerWith(token);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(use, use));

            assertThat(List.of(
                            answers.get(0).get().status(), answers.get(1).get().status()))
                    .containsExactlyInAnyOrder(201, 403);
        }
    }

    @Test
    void printsAnotherLinkAtEachStartOfWhichTheLastIsGood() {
        String first = printed();
        String second = printed();

        assertThat(registerWith(first).code()).isEqualTo("REGISTRATION_CLOSED");
        registerWith(second).expect(201);
    }

    @Test
    void forgetsALinkOnceSomebodyIsThere() {
        String token = printed();
        String another = printed();
        registerWith(another).expect(201);
        print();

        assertThat(registerWith(token).code()).isEqualTo("REGISTRATION_CLOSED");
    }

    @Test
    void leavesTheLinkGoodWhenItsHolderTakesATakenAddress() {
        String email = UUID.randomUUID() + "@example.org";
        register(email, printed()).expect(201);
        leaveNobodyThere();
        String token = printed();

        assertThat(register(email, token).code()).isEqualTo("REGISTRATION_ADDRESS_TAKEN");
        registerWith(token).expect(201);
    }

    @Test
    void letsWhoIsInvitedRegister() {
        Api owner = api.as(
                registerWith(printed()).expect(201).json().path("accessToken").asString());
        String guest = UUID.randomUUID() + "@example.org";
        owner.post("/invitations", "{\"email\":\"%s\"}".formatted(guest)).expect(201);
        String token = Inbox.token(Outbox.in(data.dataDir()).await(guest, "You are invited to First"));

        Answer accepted = api.post("/auth/invitations/accept", """
                {"token":"%s","password":"%s"}
                """.formatted(token, Newcomer.PASSWORD))
                .expect(200);

        api.as(accepted.json().path("accessToken").asString()).get("/me").expect(200);
    }

    private String printed() {
        Matcher link = LINK.matcher(print());
        assertThat(link.find()).isTrue();
        return Planted.plant(Planted.Kind.TOKEN, link.group(1));
    }

    private String print() {
        var console = new ByteArrayOutputStream();
        invitation.print(new PrintStream(console, true, StandardCharsets.UTF_8));
        return console.toString(StandardCharsets.UTF_8);
    }

    private Answer registerWith(String token) {
        return register(UUID.randomUUID() + "@example.org", token);
    }

    private Answer register(String email, String token) {
        return api.post("/auth/register", """
                {"email":"%s","password":"%s","organizationName":"First","token":"%s"}
                """.formatted(email, Newcomer.PASSWORD, token));
    }

    private Answer register(String more) {
        return api.post("/auth/register", """
                {"email":"%s@example.org","password":"%s","organizationName":"First"%s}
                """.formatted(UUID.randomUUID(), Newcomer.PASSWORD, more));
    }
}
