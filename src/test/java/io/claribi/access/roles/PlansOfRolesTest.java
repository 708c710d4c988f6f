package io.claribi.access.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.access.Joining;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a plan without roles of one's own keeps from happening: the trial. */
@ServerTest
class PlansOfRolesTest {
    private final Joining joining;
    private final Tenant owner;

    PlansOfRolesTest(@LocalServerPort int port, Joining joining) {
        this.joining = joining;
        owner = Tenant.register(port);
    }

    @Test
    void makesNoRole() {
        Answer answer = owner.api().post("/roles", "{\"name\":\"Reader\",\"permissions\":[\"view_reports\"]}");

        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.json().path("feature").asString()).isEqualTo("custom_roles");
    }

    @Test
    void givesNoOtherRoleButRemoves() {
        String member =
                "/members/" + Joining.account(joining.arrive(owner, "member")).value();

        Answer answer = owner.api().patch(member, "{\"role\":\"analyst\"}");

        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.json().path("feature").asString()).isEqualTo("role_management");
        owner.api().patch(member, "{\"status\":\"disabled\"}").expect(200);
        owner.api().delete(member).expect(204);
    }
}
