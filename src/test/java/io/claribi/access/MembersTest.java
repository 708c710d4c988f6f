package io.claribi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.access.roles.BuiltInRole;
import io.claribi.kernel.AccountId;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@ServerTest
@TestPropertySource(properties = "claribi.plans.signup=professional")
class MembersTest {
    private final Joining joining;
    private final Tenant owner;
    private final int port;

    MembersTest(@LocalServerPort int port, Joining joining) {
        this.port = port;
        this.joining = joining;
        owner = Tenant.register(port);
    }

    @Test
    void areFoundByAPartOfTheirAddress() {
        Tenant ann = joining.arrive(owner, "analyst");

        JsonNode all = list(owner.api(), "");
        JsonNode found = list(owner.api(), "?search=" + ann.name().toUpperCase(java.util.Locale.ROOT));

        assertThat(all.path("items").size()).isEqualTo(2);
        assertThat(found.path("items").size()).isEqualTo(1);
        JsonNode item = found.path("items").path(0);
        assertThat(item.path("email").asString()).isEqualTo(ann.email());
        assertThat(item.at("/role/id").asString()).isEqualTo("analyst");
        assertThat(item.at("/role/name").asString()).isEqualTo("Analyst");
        assertThat(item.path("status").asString()).isEqualTo("active");
        assertThat(item.path("lastActiveAt").asString()).isNotEmpty();
        assertThat(item.path("mfaEnabled").asBoolean()).isFalse();
        assertThat(item.path("you").asBoolean()).isFalse();
        assertThat(item.path("can").toString())
                .isEqualTo("{\"changeRole\":true,\"disable\":true,\"remove\":true,\"resetMfa\":false,"
                        + "\"endSessions\":true}");
    }

    @Test
    void areFoundByWhatTheyTypeAndNoPattern() {
        joining.arrive(owner, "analyst");

        assertThat(list(owner.api(), "?search=%25").path("items").size()).isZero();
        assertThat(list(owner.api(), "?search=_").path("items").size()).isZero();
    }

    @Test
    void comeInPagesEachOnce() {
        joining.arrive(owner, "analyst");
        joining.arrive(owner, "viewer");
        var seen = new ArrayList<String>();

        String token = "";
        do {
            JsonNode page = list(owner.api(), "?pageSize=1" + token);
            page.path("items").forEach(item -> seen.add(item.path("email").asString()));
            token = page.has("nextPageToken")
                    ? "&pageToken=" + page.path("nextPageToken").asString()
                    : "";
        } while (!token.isEmpty());

        assertThat(seen).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void haveTheirNewRoleOnTheNextRequest() {
        Tenant ann = joining.arrive(owner, "viewer");
        assertThat(createDashboard(ann.api()).status()).isEqualTo(403);

        JsonNode changed =
                patch(owner, ann, "{\"role\":\"analyst\"}").expect(200).json();

        assertThat(changed.at("/role/id").asString()).isEqualTo("analyst");
        assertThat(createDashboard(ann.api()).status()).isEqualTo(201);
        assertThat(details(owner))
                .isEqualTo("member.role_changed {\"roleAfter\":\"analyst\",\"roleBefore\":\"viewer\","
                        + "\"roleNameAfter\":\"Analyst\",\"roleNameBefore\":\"Viewer\"}");
    }

    @Test
    void areShutOutWhileTheyAreDisabled() {
        Tenant ann = joining.arrive(owner, "analyst");
        String path = path(ann);

        owner.api().patch(path, "{\"status\":\"disabled\"}").expect(200);

        assertThat(ann.api().get("/me").code()).isEqualTo("SESSION_ENDED");
        assertThat(owner.api().get(path).json().path("status").asString()).isEqualTo("disabled");
        owner.api().patch(path, "{\"status\":\"active\"}").expect(200);
        assertThat(ann.api().get("/me").code()).as("The old session is over").isEqualTo("SESSION_ENDED");
        Api again = Joining.enter(Tenant.logIn(port, ann.email()).api(), owner.organization());
        assertThat(again.get("/me").json().path("role").asString()).isEqualTo("analyst");
    }

    @Test
    void areGoneOnTheNextRequestAndLeaveWhatTheyMadeToTheOwner() {
        Tenant ann = joining.arrive(owner, "administrator");
        String source = ann.salesSource();
        String dashboard = "/dashboards/"
                + createDashboard(ann.api()).expect(201).json().path("id").asString();
        AccountId annsId = Joining.account(ann);

        owner.api().delete("/members/" + annsId.value()).expect(204);

        assertThat(ann.api().get("/dashboards").code()).isEqualTo("SESSION_ENDED");
        assertThat(list(owner.api(), "").path("items").size()).isEqualTo(1);
        Api administrator = joining.arrive(owner, "administrator").api();
        String limited =
                administrator.post("/roles", """
                        {"name":"Limited","permissions":["edit_dashboard","edit_data_source"],
                            "ownPermissions":["edit_dashboard","edit_data_source"]}
                        """).expect(201).json().path("id").asString();
        Tenant back = joining.arrive(owner, limited);
        assertThat(back.api().patch(dashboard, "{\"name\":\"X\"}").status()).isEqualTo(403);
        assertThat(joining.creators(owner, annsId)).isZero();
        assertThat(joining.creators(owner, Joining.account(owner))).isEqualTo(3);
        owner.api().get("/data-sources/" + source).expect(200);
    }

    @Test
    void mayComeBackWithoutTheirOldSessions() {
        Tenant ann = joining.arrive(owner, "administrator");
        owner.api().delete(path(ann)).expect(204);

        joining.join(owner.organization(), Tenant.logIn(port, ann.email()), BuiltInRole.VIEWER, MemberStatus.ACTIVE);

        assertThat(ann.api().get("/me").code()).isEqualTo("SESSION_ENDED");
    }

    @Test
    void leaveByThemselves() {
        Tenant ann = joining.arrive(owner, "viewer");

        ann.api().delete("/me/membership").expect(204);

        assertThat(ann.api().get("/me").code()).isEqualTo("SESSION_ENDED");
        assertThat(list(owner.api(), "").path("items").size()).isEqualTo(1);
    }

    @Test
    void areNeverWithoutAnOwner() {
        Answer leaving = owner.api().delete("/me/membership");
        Answer removing = owner.api().delete(path(owner));
        Answer demoting = patch(owner, owner, "{\"role\":\"administrator\"}");
        Answer disabling = patch(owner, owner, "{\"status\":\"disabled\"}");

        assertThat(List.of(leaving, removing, demoting, disabling)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("LAST_OWNER");
        });
        owner.api().get("/me").expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"role\":\"viewer\"}", "{\"status\":\"disabled\"}", ""})
    void donTReachTheOwner(String change) {
        Api administrator = joining.arrive(owner, "administrator").api();

        Answer answer = change.isEmpty() ? administrator.delete(path(owner)) : administrator.patch(path(owner), change);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("OWNER_PROTECTED");
    }

    @Test
    void makeNobodyTheOwner() {
        Tenant ann = joining.arrive(owner, "administrator");

        Answer answer = patch(owner, ann, "{\"role\":\"owner\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("ROLE_NOT_ASSIGNABLE");
    }

    @Test
    void canBeAdministratorsOverOtherAdministrators() {
        Tenant ann = joining.arrive(owner, "administrator");
        Tenant bob = joining.arrive(owner, "administrator");

        patch(ann, bob, "{\"role\":\"viewer\"}").expect(200);

        assertThat(patch(bob, ann, "{\"role\":\"viewer\"}").code()).isEqualTo("PERMISSION_DENIED");
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, role, viewer",
        "PATCH, status, disabled",
        "DELETE, , ",
        "DELETE sessions, , ",
        "POST mfa-reset, , "
    })
    void areOutOfReachOfWhoHoldsLess(String call, String field, String value) {
        Tenant administrator = joining.arrive(owner, "administrator");
        Tenant helper =
                joining.arrive(owner, role("Help desk", "view_users", "edit_users", "remove_users", "assign_roles"));
        String path = path(administrator);

        Answer answer = switch (call) {
            case "PATCH" -> helper.api().patch(path, "{\"%s\":\"%s\"}".formatted(field, value));
            case "DELETE" -> helper.api().delete(path);
            case "DELETE sessions" -> helper.api().delete(path + "/sessions");
            default -> helper.api().post(path + "/mfa-reset", "");
        };

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("HOLDS_MORE_THAN_YOU");
        assertThat(list(helper.api(), "?search=" + administrator.name())
                        .at("/items/0/can")
                        .toString())
                .doesNotContain("true");
        administrator.api().get("/me").expect(200);
    }

    @Test
    void giveThemselvesNoMoreThanTheyHold() {
        Tenant helper = joining.arrive(owner, role("Help desk", "view_users", "assign_roles"));

        Answer answer = patch(helper, helper, "{\"role\":\"administrator\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("ROLE_NOT_ASSIGNABLE");
    }

    @Test
    void takeOnePermissionForARoleAndTheOtherForAStatus() {
        Tenant ann = joining.arrive(owner, role("Weak", "view_reports"));
        Tenant assigner = joining.arrive(owner, role("Assigner", "assign_roles", "view_reports", "view_dashboard"));

        Answer status = patch(assigner, ann, "{\"status\":\"disabled\"}");
        Answer both = patch(
                assigner, ann, "{\"role\":\"%s\",\"status\":\"disabled\"}".formatted(role("Other", "view_dashboard")));

        assertThat(status.json().path("permission").asString()).isEqualTo("edit_users");
        assertThat(both.json().path("permission").asString()).isEqualTo("edit_users");
        assertThat(owner.api().get(path(ann)).json().at("/role/name").asString())
                .isEqualTo("Weak");
        assertThat(patch(owner, ann, "{}").status()).isEqualTo(422);
    }

    @Test
    void changeForWhoMayNotSeeThemAndIsNotToldWhatCameOfIt() {
        Tenant ann = joining.arrive(owner, role("Weak", "view_reports"));
        String other = role("Other", "view_dashboard");
        Tenant assigner = joining.arrive(owner, role("Assigner", "assign_roles", "view_reports", "view_dashboard"));

        Answer changed =
                patch(assigner, ann, "{\"role\":\"%s\"}".formatted(other)).expect(204);

        assertThat(changed.text()).isEmpty();
        assertThat(owner.api().get(path(ann)).json().at("/role/name").asString())
                .isEqualTo("Other");
    }

    private String role(String name, String... permissions) {
        return owner.api()
                .post(
                        "/roles",
                        "{\"name\":\"%s\",\"permissions\":[\"%s\"]}".formatted(name, String.join("\",\"", permissions)))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static Answer createDashboard(Api api) {
        return api.post("/dashboards", "{\"name\":\"Mine\",\"widgets\":[],\"filters\":[]}");
    }

    private static String details(Tenant actor) {
        JsonNode event = actor.api().get("/me/activity").json().at("/items/0");
        return event.path("type").asString() + " " + event.path("details");
    }

    private static Answer patch(Tenant actor, Tenant member, String change) {
        return actor.api().patch(path(member), change);
    }

    private static String path(Tenant member) {
        return "/members/" + Joining.account(member).value();
    }

    private static JsonNode list(Api api, String query) {
        return api.get("/members" + query).expect(200).json();
    }
}
