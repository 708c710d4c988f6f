package io.claribi.access.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.access.Joining;
import io.claribi.access.MemberStatus;
import io.claribi.access.roles.BuiltInRole;
import io.claribi.identity.SessionRows;
import io.claribi.kernel.OrganizationId;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class OwnOrganizationsTest {
    private final Tenant ann;
    private final Tenant other;
    private final Joining joining;
    private final SessionRows rows;
    private final int port;

    OwnOrganizationsTest(@LocalServerPort int port, Joining joining, SessionRows rows) {
        this.port = port;
        this.joining = joining;
        this.rows = rows;
        ann = Tenant.register(port);
        other = Tenant.register(port);
    }

    @Test
    void areListedWithOnesRoleInEach() {
        join(MemberStatus.ACTIVE);

        var listed = ann.api().get("/me/organizations").expect(200).json().path("items");

        assertThat(listed.findValuesAsString("name")).containsExactly("Org " + ann.name(), "Org " + other.name());
        assertThat(listed.findValuesAsString("role")).containsExactly("owner", "analyst");
        assertThat(listed.findValuesAsString("current")).containsExactly("true", "false");
    }

    @Test
    void takeTheSessionAlongAndLeaveNoWayBackToTheFormerOne() {
        join(MemberStatus.ACTIVE);
        String refreshToken = ann.refreshToken();
        Api here = refreshed(refreshToken);

        Api there = Joining.enter(here, other.organization());

        assertThat(there.get("/me").json().at("/organization/name").asString()).isEqualTo("Org " + other.name());
        assertThat(there.get("/me").json().path("role").asString()).isEqualTo("analyst");
        assertThat(here.get("/me").code()).isEqualTo("TOKEN_EXPIRED");
        assertThat(ann.api().get("/me").json().at("/organization/name").asString())
                .isEqualTo("Org " + ann.name());
        assertThat(other.api().get("/me/activity").text()).doesNotContain(ann.email());
    }

    @Test
    void goOnWithTheSameRefreshToken() {
        join(MemberStatus.ACTIVE);
        String first = ann.refreshToken();
        Answer refreshed = refresh(first);
        Joining.enter(
                Api.anonymous(port).as(refreshed.json().path("accessToken").asString()), other.organization());

        Answer next = refresh(refreshed.json().path("refreshToken").asString());

        Api session = Api.anonymous(port).as(next.json().path("accessToken").asString());
        assertThat(session.get("/me").json().at("/organization/name").asString())
                .isEqualTo("Org " + other.name());
    }

    @Test
    void areWhereTheNextLogInGoes() {
        join(MemberStatus.ACTIVE);
        Joining.enter(ann.api(), other.organization());

        assertThat(Tenant.logIn(port, ann.email()).organization()).isEqualTo(other.organization());
    }

    @Test
    void areNotThereForWhoIsNoMember() {
        Answer stranger = post(ann.api(), other.organization());

        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.code()).isEqualTo("ORGANIZATION_NOT_FOUND");
    }

    @Test
    void areNotThereForADisabledMember() {
        join(MemberStatus.DISABLED);

        assertThat(post(ann.api(), other.organization()).code()).isEqualTo("ORGANIZATION_NOT_FOUND");
        assertThat(ann.api().get("/me/organizations").json().path("items").size())
                .isEqualTo(1);
    }

    @Test
    void canWantANewerSession() {
        join(MemberStatus.ACTIVE);
        other.api().patch("/organization/security", "{\"maxSessionHours\":1}").expect(200);
        rows.begunAgo(Joining.account(ann), Duration.ofHours(2));

        Answer answer = post(ann.api(), other.organization());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("SESSION_TOO_OLD");
        ann.api().get("/me").expect(200);
    }

    @Test
    void areToldOfSessionsThatEndWithAPasswordChangedElsewhere() {
        join(MemberStatus.ACTIVE);
        Api there = Joining.enter(Tenant.logIn(port, ann.email()).api(), other.organization());

        ann.api().post("/me/password", """
                        {"current":"%s","new":"another fine password"}
                        """.formatted(Tenant.PASSWORD)).expect(204);

        assertThat(there.get("/me").code()).isEqualTo("SESSION_ENDED");
        Api again = Joining.enter(ann.api(), other.organization());
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                again.get("/me/activity").json().path("items").findValuesAsString("type"))
                        .contains("session.revoked"));
        assertThat(again.get("/me/activity").text())
                .contains("password_changed")
                .doesNotContain("auth.password_changed");
    }

    /** The session in the organization; it must be one of the account's. */
    private static Answer post(Api session, OrganizationId organization) {
        return session.post("/me/organization", """
                {"organizationId":"%s"}
                """.formatted(organization.value()));
    }

    private void join(MemberStatus status) {
        joining.join(other.organization(), ann, BuiltInRole.ANALYST, status);
    }

    private Api refreshed(String refreshToken) {
        return Api.anonymous(port)
                .as(refresh(refreshToken).json().path("accessToken").asString());
    }

    private Answer refresh(String refreshToken) {
        return Api.anonymous(port)
                .post("/auth/refresh", """
                {"refreshToken":"%s"}
                """.formatted(refreshToken))
                .expect(200);
    }
}
