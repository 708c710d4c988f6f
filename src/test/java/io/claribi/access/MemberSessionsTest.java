package io.claribi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.access.roles.BuiltInRole;
import io.claribi.kernel.AccountId;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What those may do to the sessions of a member who have the permission edit_users. */
@ServerTest
class MemberSessionsTest {
    private final Tenant owner;
    private final Tenant ann;
    private final AccountId annsId;
    private final Joining joining;
    private final int port;

    MemberSessionsTest(@LocalServerPort int port, Joining joining) {
        this.port = port;
        this.joining = joining;
        owner = Tenant.register(port);
        ann = Tenant.register(port);
        annsId = Joining.account(ann);
    }

    @BeforeEach
    void annBelongsToBothOrganizations() {
        joining.join(owner.organization(), ann, BuiltInRole.ADMINISTRATOR, MemberStatus.ACTIVE);
    }

    @Test
    void endInTheOrganizationAndNowhereElse() {
        Api elsewhere = Tenant.logIn(port, ann.email()).api();
        Api here = enter(ann.api());

        assertThat(sessions(owner.api(), annsId)).isEqualTo(1);
        revoke(owner.api(), annsId).expect(204);

        assertThat(here.get("/me").code()).isEqualTo("SESSION_ENDED");
        elsewhere.get("/me").expect(200);
        assertThat(sessions(owner.api(), annsId)).isZero();
        assertThat(owner.api()
                        .get("/me/activity")
                        .json()
                        .at("/items/0/details/reason")
                        .asString())
                .isEqualTo("revoked_by_administrator");
    }

    @Test
    void spareTheOneInWhichItIsAsked() {
        Api here = enter(ann.api());

        revoke(here, annsId).expect(204);

        here.get("/me").expect(200);
    }

    @Test
    void ofTheOwnerAreOutOfReachOfAnAdministrator() {
        Api administrator = enter(ann.api());

        Answer answer = revoke(administrator, Joining.account(owner));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("OWNER_PROTECTED");
        owner.api().get("/me").expect(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = BuiltInRole.class,
            names = {"ANALYST", "MEMBER", "VIEWER"})
    void areNoBusinessOfOtherRoles(BuiltInRole role) {
        Tenant bob = Tenant.register(port);
        joining.join(owner.organization(), bob, role, MemberStatus.ACTIVE);

        Answer answer = revoke(enter(bob.api()), annsId);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("permission").asString()).isEqualTo("edit_users");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void ofWhoIsNoMemberAreNotThere(String method) {
        String path = "/members/%s/sessions".formatted(UUID.randomUUID());

        Answer answer =
                method.equals("GET") ? owner.api().get(path) : owner.api().delete(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("MEMBER_NOT_FOUND");
    }

    private Api enter(Api session) {
        return Joining.enter(session, owner.organization());
    }

    private static Answer revoke(Api session, AccountId member) {
        return session.delete("/members/%s/sessions".formatted(member.value()));
    }

    private static int sessions(Api session, AccountId member) {
        return session.get("/members/%s/sessions".formatted(member.value()))
                .expect(200)
                .json()
                .path("items")
                .size();
    }
}
