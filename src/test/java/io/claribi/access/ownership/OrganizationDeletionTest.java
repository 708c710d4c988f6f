package io.claribi.access.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.access.Joining;
import io.claribi.access.invitations.Invitee;
import io.claribi.tenancy.Database;
import io.claribi.tenancy.OrganizationStates;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.Inbox;
import io.claribi.testing.NewKey;
import io.claribi.testing.Outbox;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import io.claribi.testing.TestOrganizations;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(properties = "claribi.plans.signup=professional")
class OrganizationDeletionTest {
    private final Joining joining;
    private final OrganizationPurge purge;
    private final Remains remains;
    private final Forgotten forgotten;
    private final OrganizationStates states;
    private final Database database;
    private final TestOrganizations organizations;
    private final int port;
    private final Tenant owner;

    OrganizationDeletionTest(
            @LocalServerPort int port,
            Joining joining,
            OrganizationPurge purge,
            Remains remains,
            Forgotten forgotten,
            OrganizationStates states,
            Database database,
            TestOrganizations organizations) {
        this.port = port;
        this.joining = joining;
        this.purge = purge;
        this.remains = remains;
        this.forgotten = forgotten;
        this.states = states;
        this.database = database;
        this.organizations = organizations;
        owner = Tenant.register(port);
    }

    @Test
    void givesTheOwnerSevenDaysInWhichNobodyElseGetsIn() {
        Tenant ann = joining.arrive(owner, "administrator");

        Answer answer = ask(owner).expect(202);

        assertThat(ann.api().get("/me").code()).isEqualTo("SESSION_ENDED");
        var view = owner.api().get("/organization").expect(200).json();
        assertThat(view.path("state").asString()).isEqualTo("closing");
        assertThat(view.path("closesAt")).isEqualTo(answer.json().path("closesAt"));
        assertThat(Outbox.ofAllServers().await(owner.email(), "Org %s is about to be deleted".formatted(owner.name())))
                .isNotNull();
    }

    @Test
    void sendsMembersWhoLogInMeanwhileElsewhere() {
        Tenant ann = joining.arrive(owner, "administrator");
        ask(owner).expect(202);

        Tenant elsewhere = Tenant.logIn(port, ann.email());

        assertThat(elsewhere.organization()).isNotEqualTo(owner.organization());
    }

    @Test
    void canBeUndone() {
        Tenant ann = joining.arrive(owner, "administrator");
        ask(owner).expect(202);

        owner.api().post("/organization/restore", "").expect(200);

        assertThat(owner.api().get("/organization").json().path("state").asString())
                .isEqualTo("active");
        assertThat(Tenant.logIn(port, ann.email()).organization()).isEqualTo(owner.organization());
        assertThat(owner.api().post("/organization/restore", "").code()).isEqualTo("ORGANIZATION_NOT_CLOSING");
        assertThat(purge()).isTrue();
        owner.api().get("/me").expect(200);
    }

    @Test
    void wantsNameAndPasswordOfTheOwner() {
        Tenant ann = joining.arrive(owner, "administrator");

        assertThat(ask(owner, "Another", Tenant.PASSWORD).code()).isEqualTo("NAME_DIFFERS");
        assertThat(ask(owner, "Org " + owner.name(), "not the password").code()).isEqualTo("BAD_CREDENTIALS");
        assertThat(ask(ann, "Org " + owner.name(), Tenant.PASSWORD).status()).isEqualTo(403);
        assertThat(ann.api().post("/organization/restore", "").status()).isEqualTo(403);
        ann.api().get("/me").expect(200);
    }

    @Test
    void waitsUntilTheGraceIsOver() {
        ask(owner).expect(202);

        assertThat(purge()).isFalse();

        owner.api().get("/me").expect(200);
    }

    @Test
    void isRefusedByTheDatabaseItselfBeforeThat() {
        assertThatThrownBy(this::deleteRows).isInstanceOf(DataAccessException.class);
        ask(owner).expect(202);
        assertThatThrownBy(this::deleteRows).isInstanceOf(DataAccessException.class);

        owner.api().get("/me").expect(200);
    }

    @Test
    void comesTooLateToBeUndoneOnceTheGraceIsOver() throws SQLException {
        ask(owner).expect(202);
        remains.endGrace(owner.organization());

        assertThat(owner.api().post("/organization/restore", "").code()).isEqualTo("ORGANIZATION_CLOSING");
        assertThat(organizations.<Boolean>call(owner.organization(), states::stopClosing))
                .isFalse();
    }

    @Test
    void leavesNothingInAnyTableOrFolder() throws Exception {
        Tenant another = Tenant.register(port);
        another.salesSource();
        var othersBefore = remains.tablesThatTellOf(another.organization());
        furnish();
        assertThat(remains.tablesThatTellOf(owner.organization()))
                .contains(
                        "audit.event",
                        "secrets.data_key",
                        "secrets.organization_key",
                        "jobs.scheduled_task",
                        "identity.session",
                        "access.api_key",
                        "access.api_key_address",
                        "access.invitation_link");
        ask(owner).expect(202);
        assertThat(remains.tablesThatTellOf(owner.organization())).containsAll(remains.tablesOfOrganizations());
        remains.endGrace(owner.organization());

        assertThat(purge()).isTrue();

        assertThat(remains.tablesThatTellOf(owner.organization())).isEmpty();
        assertThat(remains.folder(owner.organization())).doesNotExist();
        assertThat(remains.tablesThatTellOf(another.organization())).isEqualTo(othersBefore);
        assertThat(remains.folder(another.organization())).isNotEmptyDirectory();
    }

    @Test
    void isDoneByTwoNodesAtOnceWithoutEitherFailing() throws Exception {
        furnish();
        ask(owner).expect(202);
        remains.endGrace(owner.organization());

        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var node : nodes.invokeAll(List.<Callable<Boolean>>of(this::purge, this::purge))) {
                assertThat(node.get()).isNotNull();
            }
        }

        assertThat(remains.tablesThatTellOf(owner.organization())).isEmpty();
    }

    @Test
    void hasEveryNodeForgetWhatItKeepsInMemory() throws Exception {
        ask(owner).expect(202);
        remains.endGrace(owner.organization());
        assertThat(forgotten.organizations).doesNotContain(owner.organization());

        purge();

        Awaitility.await()
                .untilAsserted(() -> assertThat(forgotten.organizations).contains(owner.organization()));
    }

    @Test
    void isGoneOnWithAfterACrash() throws Exception {
        furnish();
        ask(owner).expect(202);
        remains.endGrace(owner.organization());
        for (int i = 0; i < 3; i++) {
            deleteRows();
        }

        assertThat(purge()).isTrue();
        assertThat(purge()).isTrue();

        assertThat(remains.tablesThatTellOf(owner.organization())).isEmpty();
    }

    @Test
    void leavesTheAccountWhichLogsInNowhereAndCanBeInvited() throws Exception {
        ask(owner).expect(202);
        remains.endGrace(owner.organization());
        purge();

        assertThat(owner.api().get("/me").status()).isEqualTo(401);
        Answer logIn = Api.anonymous(port).post("/auth/login", """
                {"email":"%s","password":"%s"}
                """.formatted(owner.email(), Tenant.PASSWORD));
        assertThat(logIn.status()).isEqualTo(403);
        assertThat(logIn.code()).isEqualTo("NO_ORGANIZATION");
        var invitee = new Invitee(Tenant.register(port), owner.email());
        invitee.invited();
        assertThat(invitee.joined().get("/me").expect(200).json().path("role").asString())
                .isEqualTo("member");
        assertThat(Inbox.text(Outbox.ofAllServers().await(owner.email(), "Org %s is deleted".formatted(owner.name()))))
                .contains("for good");
    }

    @Test
    void leavesTheAccountAWayToAnotherPassword() throws Exception {
        ask(owner).expect(202);
        remains.endGrace(owner.organization());
        purge();
        Api anonymous = Api.anonymous(port);

        anonymous
                .post("/auth/password/forgot", "{\"email\":\"%s\"}".formatted(owner.email()))
                .expect(202);
        anonymous
                .post("/auth/password/reset", """
                {"token":"%s","password":"another fine password"}
                """.formatted(
                                Inbox.token(Outbox.ofAllServers().await(owner.email(), "Reset your password"))))
                .expect(204);

        assertThat(anonymous.post("/auth/login", """
                {"email":"%s","password":"another fine password"}
                """.formatted(owner.email())).code())
                .isEqualTo("NO_ORGANIZATION");
        assertThat(Outbox.ofAllServers().await(owner.email(), "Your password was reset"))
                .isNotNull();
    }

    /** Some of all that an organization can have. */
    private void furnish() {
        owner.salesSource();
        owner.api().patch("/organization/security", "{\"maxSessionHours\":24}").expect(200);
        owner.api().post("/roles", """
                {"name":"Reader","permissions":["view_dashboard"]}
                """).expect(201);
        NewKey.of(owner.api());
        remains.payByStripe(owner.organization());
        Invitee.of(owner).invited();
        NewKey.of(owner.api());
        Tenant successor = joining.arrive(owner, "viewer");
        owner.api()
                .post("/organization/transfer", """
                {"memberId":"%s","password":"%s"}
                """.formatted(
                                Joining.account(successor).value(), Tenant.PASSWORD))
                .expect(201);
        remains.addWhatHasNoRoute(owner.organization());
    }

    /** Whether nothing is left to do. */
    private boolean purge() {
        return purge.run(owner.organization().value()).isEmpty();
    }

    private void deleteRows() {
        organizations.run(
                owner.organization(),
                () -> database.sql("""
                        SELECT tenancy.purge(10000)
                        """).query(Boolean.class).single());
    }

    private static Answer ask(Tenant owner) {
        return ask(owner, "Org " + owner.name(), Tenant.PASSWORD);
    }

    private static Answer ask(Tenant caller, String name, String password) {
        return caller.api().send(Call.json("DELETE", "/organization", """
                {"name":"%s","password":"%s"}
                """.formatted(name, password)));
    }
}
