package io.claribi.access.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.access.Joining;
import io.claribi.identity.TimedServerTest;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.FakeClock;
import io.claribi.testing.Inbox;
import io.claribi.testing.Outbox;
import io.claribi.testing.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@TimedServerTest
class OwnershipTransfersTest {
    private final Joining joining;
    private final FakeClock clock;
    private final Tenant owner;
    private final Tenant ann;

    OwnershipTransfersTest(@LocalServerPort int port, Joining joining, FakeClock clock) {
        this.joining = joining;
        this.clock = clock;
        owner = Tenant.register(port);
        ann = joining.arrive(owner, "analyst");
    }

    @Test
    void makeWhoAcceptsTheOwnerAndTheOwnerAnAdministrator() {
        request(ann).expect(201);
        assertThat(role(ann)).isEqualTo("analyst");

        accept(ann).expect(204);

        assertThat(role(ann)).isEqualTo("owner");
        assertThat(role(owner)).isEqualTo("administrator");
        assertThat(accept(ann).code()).isEqualTo("TRANSFER_NOT_FOUND");
        Awaitility.await().untilAsserted(() -> {
            assertThat(subjects(owner)).contains("You handed on Org " + owner.name());
            assertThat(subjects(ann)).contains("Org %s is yours".formatted(owner.name()));
        });
    }

    @Test
    void areSeenByThoseTwoWhomTheyAreAbout() {
        Tenant ben = joining.arrive(owner, "administrator");
        request(ann).expect(201);

        assertThat(transfer(owner).toString()).contains("\"withdraw\":true", "\"accept\":false", ann.email());
        assertThat(transfer(ann).toString()).contains("\"withdraw\":false", "\"accept\":true", "\"decline\":true");
        assertThat(transfer(ben).isMissingNode()).isTrue();
        assertThat(accept(ben).status()).isEqualTo(404);
        assertThat(ben.api().delete("/organization/transfer").status()).isEqualTo(404);
        assertThat(accept(owner).status()).isEqualTo(404);
    }

    @Test
    void wantThePassword() {
        Answer answer = owner.api().post("/organization/transfer", """
                {"memberId":"%s","password":"not the password"}
                """.formatted(id(ann)));

        assertThat(answer.code()).isEqualTo("BAD_CREDENTIALS");
        assertThat(accept(ann).status()).isEqualTo(404);
    }

    @Test
    void areTheOwnersAlone() {
        Tenant ben = joining.arrive(owner, "administrator");

        Answer answer = request(ben.api(), id(ann));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("permission").asString()).isEqualTo("transfer_ownership");
    }

    @Test
    void goToActiveMembersAlone() {
        String member = id(ann);
        joining.disable(owner.organization(), Joining.account(ann));

        assertThat(request(owner.api(), member).code()).isEqualTo("MEMBER_NOT_FOUND");
        assertThat(request(owner.api(), UUID.randomUUID().toString()).status()).isEqualTo(404);
        assertThat(request(owner.api(), id(owner)).code()).isEqualTo("MEMBER_IS_YOU");
    }

    @Test
    void endWithTheMembershipOfWhomTheyAreFor() {
        String member = id(ann);
        request(ann).expect(201);

        owner.api().delete("/members/" + member).expect(204);

        assertThat(transfer(owner).isMissingNode()).isTrue();
    }

    @Test
    void endWhenWhomTheyAreForIsDisabled() {
        String member = id(ann);
        request(ann).expect(201);

        owner.api().patch("/members/" + member, "{\"status\":\"disabled\"}").expect(200);

        assertThat(transfer(owner).isMissingNode()).isTrue();
    }

    @Test
    void waitForThreeDays() {
        String member = id(ann);
        request(ann).expect(201);

        clock.advance(Duration.ofDays(3));

        Tenant late = Tenant.logIn(ann.api().port(), ann.email());
        assertThat(late.organization()).isEqualTo(owner.organization());
        assertThat(accept(late).status()).isEqualTo(409);
        assertThat(accept(late).code()).isEqualTo("TRANSFER_EXPIRED");
        request(Tenant.logIn(owner.api().port(), owner.email()).api(), member).expect(201);
    }

    @Test
    void canBeWithdrawn() {
        request(ann).expect(201);

        owner.api().delete("/organization/transfer").expect(204);

        assertThat(accept(ann).code()).isEqualTo("TRANSFER_NOT_FOUND");
    }

    @Test
    void canBeDeclined() {
        request(ann).expect(201);

        ann.api().delete("/organization/transfer").expect(204);

        assertThat(accept(ann).code()).isEqualTo("TRANSFER_NOT_FOUND");
        assertThat(Outbox.ofAllServers().await(owner.email(), "Org %s stays yours".formatted(owner.name())))
                .isNotNull();
    }

    @Test
    void areOneAtATimeAlsoWhenTwoAreAskedForAtOnce() throws Exception {
        Tenant ben = joining.arrive(owner, "viewer");
        String first = id(ann);
        String second = id(ben);

        List<Answer> answers = together(() -> request(owner.api(), first), () -> request(owner.api(), second));

        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void leaveOneOwnerWhenAcceptedAndWithdrawnAtOnce() throws Exception {
        request(ann).expect(201);

        List<Answer> answers = together(() -> accept(ann), () -> owner.api().delete("/organization/transfer"));

        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(204, 404);
        assertThat(List.of(role(ann), role(owner))).containsOnlyOnce("owner");
    }

    private Answer request(Tenant member) {
        return request(owner.api(), id(member));
    }

    private static Answer request(Api caller, String member) {
        return caller.post("/organization/transfer", """
                {"memberId":"%s","password":"%s"}
                """.formatted(member, Tenant.PASSWORD));
    }

    private static Answer accept(Tenant member) {
        return member.api().post("/organization/transfer/accept", "");
    }

    private static String id(Tenant member) {
        return Joining.account(member).value().toString();
    }

    private static String role(Tenant member) {
        return member.api().get("/me").expect(200).json().path("role").asString();
    }

    private static JsonNode transfer(Tenant member) {
        return member.api().get("/organization").expect(200).json().path("transfer");
    }

    private static List<String> subjects(Tenant recipient) {
        return Outbox.ofAllServers().mailsTo(recipient.email()).stream()
                .map(Inbox::subject)
                .toList();
    }

    private static List<Answer> together(Callable<Answer> one, Callable<Answer> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(one, other));
            return List.of(answers.get(0).get(), answers.get(1).get());
        }
    }
}
