package io.claribi.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.access.Joining;
import io.claribi.access.MemberStatus;
import io.claribi.access.roles.BuiltInRole;
import io.claribi.identity.SecurityPolicies;
import io.claribi.identity.SecurityPolicy;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.Inbox;
import io.claribi.testing.NewKey;
import io.claribi.testing.Outbox;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What API keys may, which is no more than whoever made them may at the moment. */
@ServerTest
@TestPropertySource(properties = "claribi.plans.signup=professional")
class ApiKeyRightsTest {
    private final Joining joining;
    private final SecurityPolicies policies;
    private final OrganizationWork work;
    private final int port;
    private final Tenant owner;

    ApiKeyRightsTest(@LocalServerPort int port, Joining joining, SecurityPolicies policies, OrganizationWork work) {
        this.port = port;
        this.joining = joining;
        this.policies = policies;
        this.work = work;
        owner = Tenant.register(port);
    }

    @Test
    void mayNoMoreThanTheirScopes() {
        NewKey key = NewKey.of(owner.api(), "{\"name\":\"Reader\",\"scopes\":[\"view_dashboard\"]}");

        key.api().get("/dashboards").expect(200);
        Answer refused = key.api().get("/data-sources");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("permission").asString()).isEqualTo("view_data_sources");
    }

    @Test
    void giveToOthersNoMoreThanTheirScopes() {
        NewKey key =
                NewKey.of(owner.api(), "{\"name\":\"HR\",\"scopes\":[\"view_users\",\"assign_roles\",\"edit_users\"]}");
        Tenant member = joining.arrive(owner, "viewer");
        String path = "/members/" + Joining.account(member).value();

        assertThat(key.api()
                        .post("/roles", "{\"name\":\"R\",\"permissions\":[\"view_goals\"]}")
                        .code())
                .isEqualTo("INVALID_INPUT");
        assertThat(key.api().patch(path, "{\"role\":\"administrator\"}").status())
                .isEqualTo(403);
        owner.api().patch(path, "{\"role\":\"administrator\"}").expect(200);
    }

    @Test
    void mayWhatTheRoleOfTheirCreatorMayAtTheMoment() {
        Tenant ann = joining.arrive(owner, "analyst");
        NewKey key = NewKey.of(ann.api());
        key.api().get("/dashboards").expect(200);
        String path = "/members/" + Joining.account(ann).value();

        assertThat(key.api().get("/members").status()).isEqualTo(403);
        owner.api().patch(path, "{\"role\":\"administrator\"}").expect(200);
        key.api().get("/members").expect(200);
        owner.api().patch(path, "{\"role\":\"viewer\"}").expect(200);
        assertThat(key.api().get("/members").status()).isEqualTo(403);
    }

    @Test
    void dieWithTheMembershipAndDoNotComeBackWithIt() {
        Tenant ann = joining.arrive(owner, "analyst");
        NewKey key = NewKey.of(ann.api());
        key.api().get("/me").expect(200);
        String account = Joining.account(ann).value().toString();

        owner.api().delete("/members/" + account).expect(204);

        assertThat(key.api().get("/me").code()).isEqualTo("API_KEY_INVALID");
        joining.join(owner.organization(), Tenant.logIn(port, ann.email()), BuiltInRole.ANALYST, MemberStatus.ACTIVE);
        assertThat(key.api().get("/me").code()).isEqualTo("API_KEY_INVALID");
        JsonNode event = owner.api()
                .get("/audit-logs?type=api_key.revoked")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(event.at("/details/reason").asString()).isEqualTo("membership_ended");
        assertThat(event.at("/target/id").asString()).isEqualTo(key.id());
    }

    @Test
    void restWhileTheirCreatorIsDisabled() {
        Tenant ann = joining.arrive(owner, "analyst");
        NewKey key = NewKey.of(ann.api());
        key.api().get("/me").expect(200);
        String path = "/members/" + Joining.account(ann).value();

        owner.api().patch(path, "{\"status\":\"disabled\"}").expect(200);
        assertThat(key.api().get("/me").code()).isEqualTo("API_KEY_SUSPENDED");

        owner.api().patch(path, "{\"status\":\"active\"}").expect(200);
        key.api().get("/me").expect(200);
    }

    @Test
    void doNothingWhileTheirCreatorHasToEnrolASecondFactor() {
        NewKey key = NewKey.of(owner.api());

        work.run(owner.organization(), () -> policies.change(policy -> new SecurityPolicy(true, null, null)));

        assertThat(key.api().get("/dashboards").code()).isEqualTo("MFA_ENROLMENT_REQUIRED");
    }

    @Test
    void areNothingToAnotherOrganization() {
        NewKey key = NewKey.of(owner.api());
        Tenant another = Tenant.register(port);

        assertThat(another.api().delete("/api-keys/" + key.id()).status()).isEqualTo(404);
        assertThat(another.api().get("/api-keys").json().path("items").size()).isZero();
        key.api().get("/me").expect(200);
    }

    @Test
    void stopWhileTheOrganizationIsBeingDeletedAlsoTheOwners() {
        NewKey key = NewKey.of(owner.api());
        key.api().get("/me").expect(200);

        owner.api()
                .send(Call.json("DELETE", "/organization", """
                {"name":"Org %s","password":"%s"}
                """.formatted(owner.name(), Tenant.PASSWORD)))
                .expect(202);

        assertThat(key.api().get("/me").code()).isEqualTo("ORGANIZATION_CLOSING");
        owner.api().get("/me").expect(200);
    }

    @Test
    void acceptNoInvitationForTheirCreator() {
        Tenant another = Tenant.register(port);
        another.api()
                .post("/invitations", "{\"email\":\"%s\"}".formatted(owner.email()))
                .expect(201);
        String token =
                Inbox.token(Outbox.ofAllServers().await(owner.email(), "You are invited to Org " + another.name()));
        String acceptance = "{\"token\":\"%s\"}".formatted(token);

        Answer refused = NewKey.of(owner.api()).api().post("/auth/invitations/accept", acceptance);

        assertThat(refused.status()).isBetween(400, 499);
        assertThat(owner.api().get("/me/organizations").json().path("items").size())
                .isEqualTo(1);
        owner.api().post("/auth/invitations/accept", acceptance).expect(200);
    }
}
