package io.claribi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.access.roles.BuiltInRole;
import io.claribi.identity.TimedServerTest;
import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.Authenticator;
import io.claribi.testing.FakeClock;
import io.claribi.testing.Tenant;
import io.claribi.testing.TestOrganizations;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What those may do to the second factor of a member who have the permission edit_users. */
@TimedServerTest
class MfaResetTest {
    private final FakeClock clock;
    private final Joining joining;
    private final TestOrganizations organizations;
    private final Database database;
    private final int port;
    private final Tenant owner;
    private final Tenant ann;

    MfaResetTest(
            FakeClock clock,
            Joining joining,
            TestOrganizations organizations,
            Database database,
            @LocalServerPort int port) {
        this.clock = clock;
        this.joining = joining;
        this.organizations = organizations;
        this.database = database;
        this.port = port;
        owner = Tenant.register(port);
        ann = Tenant.register(port);
    }

    @Test
    void letsTheMemberInWithThePasswordAlone() {
        Authenticator app = enrol(ann);
        moveToTheOwners(ann, BuiltInRole.MEMBER);
        Api annsSession = logInWithCode(ann, app);
        annsSession.get("/me").expect(200);

        reset(owner.api(), ann).expect(204);

        assertThat(annsSession.get("/me").code()).isEqualTo("SESSION_ENDED");
        Api again = Tenant.logIn(port, ann.email()).api();
        assertThat(again.get("/me").json().path("mfaEnabled").asBoolean()).isFalse();
        assertThat(again.get("/me/mfa").json().path("backupCodesLeft").asInt()).isZero();
    }

    @Test
    void standsInTheTrailWithWhoDidIt() {
        enrol(ann);
        moveToTheOwners(ann, BuiltInRole.MEMBER);

        reset(owner.api(), ann).expect(204);

        String row = organizations.call(
                owner.organization(),
                () -> database.sql("""
                        SELECT actor_id || ' ' || target_name || ' ' || details
                        FROM audit.event
                        WHERE type = 'auth.mfa_disabled'
                        """).query(String.class).single());
        assertThat(row)
                .startsWith(Joining.account(owner).value() + " " + ann.email())
                .endsWith("{\"change\": \"reset\", \"factor\": \"all\"}");
    }

    @Test
    void isForAdministratorsTooButNotAtTheOwner() {
        Authenticator annsApp = enrol(ann);
        enrol(owner);
        moveToTheOwners(ann, BuiltInRole.ADMINISTRATOR);
        Tenant bob = Tenant.register(port);
        enrol(bob);
        moveToTheOwners(bob, BuiltInRole.MEMBER);
        Api administrator = logInWithCode(ann, annsApp);

        Answer ofTheOwner = reset(administrator, owner);

        assertThat(ofTheOwner.status()).isEqualTo(403);
        assertThat(ofTheOwner.code()).isEqualTo("OWNER_PROTECTED");
        assertThat(reset(administrator, bob).status()).isEqualTo(204);
    }

    @Test
    void isForNobodyElse() {
        Authenticator annsApp = enrol(ann);
        moveToTheOwners(ann, BuiltInRole.ANALYST);

        Answer answer = reset(logInWithCode(ann, annsApp), owner);

        assertThat(answer.code()).isEqualTo("PERMISSION_DENIED");
        assertThat(answer.json().path("permission").asString()).isEqualTo("edit_users");
    }

    @Test
    void isNoWayRoundTheCodeForOneself() {
        enrol(owner);

        Answer answer = reset(owner.api(), owner);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("MFA_RESET_REFUSED");
        assertThat(isEnrolled(owner)).isTrue();
    }

    @Test
    void lowersNoProtectionOfAnotherOrganization() {
        enrol(ann);
        joining.join(owner.organization(), ann, BuiltInRole.MEMBER, MemberStatus.ACTIVE);

        Answer answer = reset(owner.api(), ann);

        assertThat(answer.code()).isEqualTo("MFA_RESET_REFUSED");
        assertThat(isEnrolled(ann)).isTrue();
    }

    @Test
    void saysThatThereIsNone() {
        moveToTheOwners(ann, BuiltInRole.MEMBER);

        assertThat(reset(owner.api(), ann).code()).isEqualTo("MFA_NOT_ENABLED");
    }

    private Answer reset(Api api, Tenant member) {
        return api.post("/members/%s/mfa-reset".formatted(id(member).value()), "");
    }

    private AccountId id(Tenant member) {
        return new AccountId(organizations.call(
                member.organization(),
                () -> database.sql("""
                        SELECT id
                        FROM identity.account
                        WHERE email = :email
                        """)
                        .param("email", member.email())
                        .query(java.util.UUID.class)
                        .single()));
    }

    private void moveToTheOwners(Tenant member, BuiltInRole role) {
        joining.join(owner.organization(), member, role, MemberStatus.ACTIVE);
        joining.leave(member.organization(), member);
    }

    private boolean isEnrolled(Tenant member) {
        return member.api().get("/me").expect(200).json().path("mfaEnabled").asBoolean();
    }

    private Authenticator enrol(Tenant member) {
        JsonNode setup = member.api()
                .post("/me/mfa/totp", "{\"password\":\"%s\"}".formatted(Tenant.PASSWORD))
                .expect(200)
                .json();
        var app = new Authenticator(setup.path("secret").asString(), clock);
        member.api()
                .post("/me/mfa/totp/confirm", "{\"code\":\"%s\"}".formatted(app.code()))
                .expect(200);
        return app;
    }

    private Api logInWithCode(Tenant member, Authenticator app) {
        clock.advance(Authenticator.STEP);
        Api anonymous = Api.anonymous(port);
        String token = anonymous
                .post("/auth/login", """
                        {"email":"%s","password":"%s"}
                        """.formatted(member.email(), Tenant.PASSWORD))
                .expect(200)
                .json()
                .path("mfaToken")
                .asString();
        return anonymous.as(anonymous
                .post("/auth/mfa", """
                        {"mfaToken":"%s","code":"%s"}
                        """.formatted(token, app.code()))
                .expect(200)
                .json()
                .path("accessToken")
                .asString());
    }
}
