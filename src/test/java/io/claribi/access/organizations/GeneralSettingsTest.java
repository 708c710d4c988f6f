package io.claribi.access.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.access.Joining;
import io.claribi.access.MemberStatus;
import io.claribi.access.roles.BuiltInRole;
import io.claribi.tenancy.OrganizationStates;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import io.claribi.testing.TestOrganizations;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class GeneralSettingsTest {
    private final Tenant owner;
    private final Tenant ann;
    private final Joining joining;
    private final OrganizationStates states;
    private final TestOrganizations organizations;

    GeneralSettingsTest(
            @LocalServerPort int port, Joining joining, OrganizationStates states, TestOrganizations organizations) {
        this.joining = joining;
        this.states = states;
        this.organizations = organizations;
        owner = Tenant.register(port);
        ann = Tenant.register(port);
    }

    @Test
    void tellEveryMemberWhatTheOrganizationIs() {
        Answer answer = annHere(BuiltInRole.VIEWER).get("/organization").expect(200);

        assertThat(answer.json().path("name").asString()).isEqualTo("Org " + owner.name());
        assertThat(answer.json().path("state").asString()).isEqualTo("active");
        assertThat(answer.json().path("can")).hasToString("{\"edit\":false,\"transfer\":false,\"delete\":false}");
        assertThat(owner.api().get("/organization").json().path("can"))
                .hasToString("{\"edit\":true,\"transfer\":true,\"delete\":true}");
    }

    @Test
    void takeAnotherName() {
        owner.api().patch("/organization", "{\"name\":\"  Acme  \"}").expect(200);

        assertThat(owner.api().get("/me").json().at("/organization/name").asString())
                .isEqualTo("Acme");
    }

    @Test
    void takeNoNameThatIsNone() {
        Answer answer = owner.api().patch("/organization", "{\"name\":\" \"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("name");
    }

    @Test
    void areNotEverybodysToChange() {
        Answer answer = annHere(BuiltInRole.ANALYST).patch("/organization", "{\"name\":\"Mine\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("permission").asString()).isEqualTo("manage_integrations");
    }

    @Test
    void letNobodyInAtTheNextRequestWhenItIsDisabled() {
        organizations.run(owner.organization(), states::disable);

        Answer refused = owner.api().get("/me");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("ORGANIZATION_DISABLED");

        organizations.run(owner.organization(), states::enable);
        owner.api().get("/me").expect(200);
    }

    @Test
    void letOnlyTheOwnerInWhileItIsClosing() {
        Api session = annHere(BuiltInRole.ADMINISTRATOR);

        organizations.run(owner.organization(), states::beginClosing);

        Answer refused = session.get("/organization");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("ORGANIZATION_CLOSING");
        assertThat(owner.api()
                        .get("/organization")
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("closing");
    }

    private Api annHere(BuiltInRole role) {
        joining.join(owner.organization(), ann, role, MemberStatus.ACTIVE);
        return Joining.enter(ann.api(), owner.organization());
    }
}
