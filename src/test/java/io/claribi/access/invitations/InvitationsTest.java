package io.claribi.access.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.access.Joining;
import io.claribi.access.Memberships;
import io.claribi.access.roles.BuiltInRole;
import io.claribi.identity.SecurityPolicies;
import io.claribi.identity.SecurityPolicy;
import io.claribi.identity.TimedServerTest;
import io.claribi.kernel.AccountId;
import io.claribi.tenancy.OrganizationStates;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Authenticator;
import io.claribi.testing.FakeClock;
import io.claribi.testing.Tenant;
import io.claribi.testing.TestOrganizations;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@TimedServerTest
class InvitationsTest {
    private final Joining joining;
    private final Memberships memberships;
    private final OrganizationStates states;
    private final SecurityPolicies policies;
    private final TestOrganizations organizations;
    private final FakeClock clock;
    private final int port;
    private final Tenant owner;
    private final Invitee guest;

    InvitationsTest(
            Joining joining,
            Memberships memberships,
            OrganizationStates states,
            SecurityPolicies policies,
            TestOrganizations organizations,
            FakeClock clock,
            @LocalServerPort int port) {
        this.joining = joining;
        this.memberships = memberships;
        this.states = states;
        this.policies = policies;
        this.organizations = organizations;
        this.clock = clock;
        this.port = port;
        owner = Tenant.register(port);
        guest = Invitee.of(owner);
    }

    @Test
    void bringSomebodyNewInWhoseAddressCountsAsConfirmed() {
        guest.invitedAs("analyst");
        String token = guest.token(1);

        Answer offer = guest.look(token).expect(200);
        Api session = guest.session(guest.accept(token));

        assertThat(offer.json().path("organizationName").asString()).isEqualTo("Org " + owner.name());
        assertThat(offer.json().path("roleName").asString()).isEqualTo("Analyst");
        assertThat(offer.json().path("hasAccount").asBoolean()).isFalse();
        var me = session.get("/me").expect(200).json();
        assertThat(me.at("/account/email").asString()).isEqualTo(guest.email());
        assertThat(me.at("/account/emailVerified").asBoolean()).isTrue();
        assertThat(me.at("/organization/id").asString())
                .isEqualTo(owner.organization().value().toString());
        assertThat(me.path("role").asString()).isEqualTo("analyst");
        assertThat(owner.api().get("/invitations").json().path("items").isEmpty())
                .isTrue();
    }

    @Test
    void areForMembersUnlessTheySayOtherwise() {
        guest.invited();

        assertThat(guest.joined().get("/me").json().path("role").asString()).isEqualTo("member");
    }

    @Test
    void takeASessionThatThereIsToTheOrganization() {
        Tenant ann = Tenant.register(port);
        var invitee = new Invitee(owner, ann.email());
        invitee.invited();
        String token = invitee.token(1);

        assertThat(invitee.look(token).json().path("hasAccount").asBoolean()).isTrue();
        Api session = invitee.session(Invitee.accept(ann.api(), token));

        assertThat(session.get("/me").json().at("/organization/name").asString())
                .isEqualTo("Org " + owner.name());
        assertThat(ann.api().get("/me").code()).isEqualTo("TOKEN_EXPIRED");
        assertThat(session.get("/me/organizations").json().path("items").findValuesAsString("role"))
                .containsExactlyInAnyOrder("owner", "member");
    }

    @Test
    void takeThePasswordOfTheAccountThatThereIs() {
        Tenant ann = Tenant.register(port);
        var invitee = new Invitee(owner, ann.email());
        invitee.invited();

        Api session = invitee.session(invitee.accept(invitee.token(1)));

        assertThat(session.get("/me").json().at("/account/firstName").asString(""))
                .isEmpty();
        assertThat(session.get("/me").json().path("role").asString()).isEqualTo("member");
    }

    @Test
    void takeNobodyIntoAnAccountWhoDoesNotShowThatItIsTheirs() {
        Tenant ann = Tenant.register(port);
        var invitee = new Invitee(owner, ann.email());
        invitee.invited();
        String token = invitee.token(1);

        Answer nobody = Invitee.accept(Api.anonymous(port), token);
        Answer wrong = Api.anonymous(port).post("/auth/invitations/accept", """
                {"token":"%s","password":"not the password"}
                """.formatted(token));
        Answer another = Invitee.accept(owner.api(), token);

        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.code()).isEqualTo("AUTHENTICATION_REQUIRED");
        assertThat(wrong.code()).isEqualTo("BAD_CREDENTIALS");
        assertThat(another.status()).isEqualTo(403);
        assertThat(another.code()).isEqualTo("OTHER_ACCOUNT");
        assertThat(countMembers()).isEqualTo(1);
    }

    @Test
    void askForTheCodeOfWhoHasASecondFactor() {
        Tenant ann = Tenant.register(port);
        var setup = ann.api()
                .post("/me/mfa/totp", "{\"password\":\"%s\"}".formatted(Tenant.PASSWORD))
                .expect(200)
                .json();
        var app = new Authenticator(setup.path("secret").asString(), clock);
        ann.api()
                .post("/me/mfa/totp/confirm", "{\"code\":\"%s\"}".formatted(app.code()))
                .expect(200);
        clock.advance(Authenticator.STEP);
        var invitee = new Invitee(owner, ann.email());
        invitee.invited();

        Answer accepted = invitee.accept(invitee.token(1)).expect(200);
        assertThat(accepted.json().path("mfaRequired").asBoolean()).isTrue();
        assertThat(accepted.json().has("accessToken")).isFalse();
        Api session = invitee.session(Api.anonymous(port).post("/auth/mfa", """
                {"mfaToken":"%s","code":"%s"}
                """.formatted(
                        accepted.json().path("mfaToken").asString(), app.code())));

        assertThat(session.get("/me").json().at("/organization/name").asString())
                .isEqualTo("Org " + owner.name());
    }

    @Test
    void leadToEnrolASecondFactorWhereTheOrganizationWantsOne() {
        guest.invited();
        organizations.run(owner.organization(), () -> policies.change(policy -> new SecurityPolicy(true, null, null)));

        Api session = guest.joined();

        assertThat(session.get("/me")
                        .expect(200)
                        .json()
                        .path("mfaEnrolmentRequired")
                        .asBoolean())
                .isTrue();
        assertThat(session.get("/dashboards").code()).isEqualTo("MFA_ENROLMENT_REQUIRED");
    }

    @Test
    void areGoodOnce() {
        guest.invited();
        guest.joined();

        Answer again = guest.accept(guest.token(1));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("INVITATION_ACCEPTED");
        assertThat(guest.look(guest.token(1)).code()).isEqualTo("INVITATION_ACCEPTED");
    }

    @Test
    void makeOneMemberOfTwoAcceptancesAtOnce() throws Exception {
        guest.invited();
        String token = guest.token(1);

        List<Answer> answers = together(4, () -> guest.accept(token));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200).map(Answer::code))
                .containsOnly("INVITATION_ACCEPTED");
        assertThat(countMembers()).isEqualTo(2);
    }

    @Test
    void areGoodForNothingOnceWithdrawn() {
        String id = guest.invited();
        String token = guest.token(1);

        owner.api().delete("/invitations/" + id).expect(204);

        assertThat(guest.look(token).status()).isEqualTo(404);
        assertThat(guest.accept(token).code()).isEqualTo("INVITATION_NOT_FOUND");
        assertThat(owner.api().delete("/invitations/" + id).status()).isEqualTo(404);
    }

    @Test
    void leaveTheNewestLinkGoodOnly() {
        String id = guest.invited();
        String first = guest.token(1);

        owner.api().post("/invitations/%s/resend".formatted(id), "").expect(200);

        assertThat(guest.accept(first).code()).isEqualTo("INVITATION_NOT_FOUND");
        guest.accept(guest.token(2)).expect(200);
    }

    @Test
    void lastSevenDays() {
        guest.invited();
        String token = guest.token(1);
        clock.advance(Duration.ofDays(7).minusMinutes(1));
        guest.look(token).expect(200);

        clock.advance(Duration.ofMinutes(2));

        assertThat(guest.look(token).status()).isEqualTo(409);
        assertThat(guest.accept(token).code()).isEqualTo("INVITATION_EXPIRED");
        Tenant again = Tenant.logIn(port, owner.email());
        var listed = again.api().get("/invitations").json().at("/items/0");
        assertThat(listed.path("status").asString()).isEqualTo("expired");
        again.api()
                .post("/invitations/%s/resend".formatted(listed.path("id").asString()), "")
                .expect(200);
        guest.accept(guest.token(2)).expect(200);
    }

    @Test
    void giveTheRoleThatTheyHaveInTheEnd() {
        String id = guest.invitedAs("administrator");

        owner.api().patch("/invitations/" + id, "{\"role\":\"viewer\"}").expect(200);

        assertThat(guest.joined().get("/me").json().path("role").asString()).isEqualTo("viewer");
    }

    @Test
    void areVoidOnceTheInviterMayNotGiveTheirRoleAnyMore() {
        Tenant ann = joining.arrive(owner, "administrator");
        Api administrator = ann.api();
        guest.invite(administrator, ",\"role\":\"administrator\"").expect(201);
        String token = guest.token(1);
        AccountId id = Joining.account(ann);

        joining.changeRole(owner.organization(), id, BuiltInRole.ANALYST);

        assertThat(guest.accept(token).status()).isEqualTo(409);
        assertThat(guest.accept(token).code()).isEqualTo("INVITATION_VOID");
        assertThat(countMembers()).isEqualTo(2);
    }

    @Test
    void takeNoSeatWhileTheyAreVoidAndSayWhy() {
        Tenant ann = joining.arrive(owner, "administrator");
        guest.invite(ann.api(), ",\"role\":\"administrator\"").expect(201);
        String dead = guest.token(1);
        assertThat(seats()).isEqualTo(3);

        joining.changeRole(owner.organization(), Joining.account(ann), BuiltInRole.ANALYST);

        JsonNode listed = owner.api().get("/invitations").expect(200).json().at("/items/0");
        assertThat(listed.path("status").asString()).isEqualTo("void");
        assertThat(listed.path("statusReason").asString()).contains("Administrator");
        assertThat(seats()).isEqualTo(2);
        owner.api()
                .post("/invitations/%s/resend".formatted(listed.path("id").asString()), "")
                .expect(200);
        assertThat(seats()).isEqualTo(3);
        assertThat(guest.accept(dead).code()).isEqualTo("INVITATION_NOT_FOUND");
        guest.accept(guest.token(2)).expect(200);
    }

    @Test
    void areVoidOnceTheInviterIsGone() {
        Tenant ann = joining.arrive(owner, "administrator");
        Api administrator = ann.api();
        guest.invite(administrator, "").expect(201);
        String token = guest.token(1);

        joining.leave(owner.organization(), ann);

        assertThat(guest.accept(token).code()).isEqualTo("INVITATION_VOID");
    }

    @Test
    void giveNobodyMoreThanTheInviterHolds() {
        String inviter =
                owner.api().post("/roles", """
                        {"name":"Inviter","permissions":["invite_users"]}
                        """).expect(201).json().path("id").asString();
        Api session = joining.arrive(owner, inviter).api();

        assertThat(guest.invite(session, "").code()).isEqualTo("ROLE_NOT_ASSIGNABLE");
        guest.invite(session, ",\"role\":\"%s\"".formatted(inviter)).expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "emperor", "00000000-0000-0000-0000-000000000000"})
    void giveNoRoleThatCantBeGiven(String role) {
        assertThat(guest.invite(owner.api(), ",\"role\":\"%s\"".formatted(role)).status())
                .isEqualTo(422);
    }

    @Test
    void areTheLastTimeOfWhoCameByOneMeanwhile() {
        guest.invited();
        guest.joined();

        assertThat(guest.invite(owner.api(), "").code()).isEqualTo("ALREADY_MEMBER");
    }

    @Test
    void areOneAnAddress() {
        guest.invited();

        Answer again = new Invitee(owner, guest.email().toUpperCase(java.util.Locale.ROOT)).invite(owner.api(), "");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("ALREADY_INVITED");
    }

    @Test
    void areShutWithTheOrganization() {
        guest.invited();
        String token = guest.token(1);

        organizations.run(owner.organization(), states::disable);
        assertThat(guest.accept(token).code()).isEqualTo("ORGANIZATION_DISABLED");
        organizations.run(owner.organization(), states::enable);
        organizations.run(owner.organization(), states::beginClosing);
        assertThat(guest.accept(token).code()).isEqualTo("ORGANIZATION_CLOSING");
        organizations.run(owner.organization(), states::stopClosing);
        guest.accept(token).expect(200);
    }

    private int seats() {
        return owner.api()
                .get("/usage")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(limit -> limit.path("limit").asString().equals("members"))
                .findFirst()
                .orElseThrow()
                .path("used")
                .asInt();
    }

    private long countMembers() {
        return organizations.call(owner.organization(), memberships::count);
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
