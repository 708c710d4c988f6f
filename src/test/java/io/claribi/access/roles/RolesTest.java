package io.claribi.access.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.access.Joining;
import io.claribi.kernel.Permission;
import io.claribi.tenancy.Database;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import io.claribi.testing.TestOrganizations;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The roles that an organization makes itself. */
@ServerTest
@TestPropertySource(properties = "claribi.plans.signup=professional")
class RolesTest {
    private final Joining joining;
    private final TestOrganizations organizations;
    private final Database database;
    private final Tenant owner;
    private final int port;

    RolesTest(@LocalServerPort int port, Joining joining, TestOrganizations organizations, Database database) {
        this.organizations = organizations;
        this.database = database;
        this.port = port;
        this.joining = joining;
        owner = Tenant.register(port);
    }

    @Test
    void holdWhatTheyWereGivenAndOnWhat() {
        JsonNode role = create(owner.api(), """
                {"name":" Editor ","description":"Edits","base":"analyst",
                    "permissions":["view_dashboard","create_dashboard","edit_dashboard","delete_dashboard"],
                    "ownPermissions":["delete_dashboard"]}
                """).expect(201).json();

        assertThat(role.path("name").asString()).isEqualTo("Editor");
        assertThat(role.path("base").asString()).isEqualTo("analyst");
        assertThat(names(role, "permissions"))
                .isEqualTo("view_dashboard create_dashboard edit_dashboard delete_dashboard");
        assertThat(names(role, "ownPermissions")).isEqualTo("delete_dashboard");
        Api editor = joining.arrive(owner, id(role)).api();
        String ofTheOwner = dashboard(owner.api());
        String own = dashboard(editor);
        editor.patch(ofTheOwner, "{\"name\":\"Other\"}").expect(200);
        assertThat(editor.delete(ofTheOwner)
                        .expect(403)
                        .json()
                        .path("permission")
                        .asString())
                .isEqualTo("delete_dashboard");
        editor.delete(own).expect(204);
        assertThat(editor.get("/data-sources")
                        .expect(403)
                        .json()
                        .path("permission")
                        .asString())
                .isEqualTo("view_data_sources");
    }

    @Test
    void takeWhatTheBaseHoldsIfNothingIsNamed() {
        JsonNode role = create(owner.api(), "{\"name\":\"Like an analyst\",\"base\":\"analyst\"}")
                .expect(201)
                .json();

        assertThat(role.path("permissions").size()).isEqualTo(14);
        assertThat(names(role, "ownPermissions")).isEqualTo("edit_report edit_dashboard");
    }

    @Test
    void areListedAfterTheBuiltInOnesWithHowManyHaveThem() {
        JsonNode role = create(owner.api(), reader()).expect(201).json();
        joining.arrive(owner, id(role));

        JsonNode items = owner.api().get("/roles").expect(200).json().path("items");

        assertThat(items.valueStream()
                        .map(item -> item.path("name").asString() + " "
                                + item.path("memberCount").asInt()))
                .containsExactly("Owner 1", "Administrator 0", "Analyst 0", "Member 0", "Viewer 0", "Reader 1");
        assertThat(items.path(0).at("/can/edit").asBoolean()).isFalse();
        assertThat(items.path(5).at("/can/delete").asBoolean()).isTrue();
    }

    @Test
    void actChangedOnTheNextRequestOfAllWhoHaveThem() {
        JsonNode role = create(owner.api(), reader()).expect(201).json();
        Api reader = joining.arrive(owner, id(role)).api();
        reader.get("/dashboards").expect(200);

        owner.api()
                .patch("/roles/" + id(role), "{\"permissions\":[\"view_reports\"]}")
                .expect(200);

        assertThat(reader.get("/dashboards").status()).isEqualTo(403);
        assertThat(reader.get("/me").expect(200).json().path("permissions").toString())
                .isEqualTo("[\"view_reports\"]");
    }

    @Test
    void areReplacedWhenTheyGo() {
        JsonNode role = create(owner.api(), reader()).expect(201).json();
        Api reader = joining.arrive(owner, id(role)).api();
        reader.get("/dashboards").expect(200);

        Answer inUse = owner.api().delete("/roles/" + id(role));
        owner.api().delete("/roles/%s?replacement=analyst".formatted(id(role))).expect(204);

        assertThat(inUse.status()).isEqualTo(409);
        assertThat(inUse.code()).isEqualTo("ROLE_IN_USE");
        assertThat(inUse.json().path("memberCount").toString()).isEqualTo("1");
        assertThat(reader.get("/me").expect(200).json().path("role").asString()).isEqualTo("analyst");
        reader.get("/data-sources").expect(200);
        assertThat(owner.api().get("/roles/" + id(role)).code()).isEqualTo("ROLE_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"itself", "owner", "nothing", "7f1a4c0e-0000-7000-8000-000000000000"})
    void areReplacedByNothingThatCantBeGiven(String replacement) {
        JsonNode role = create(owner.api(), reader()).expect(201).json();
        joining.arrive(owner, id(role));

        Answer answer = owner.api()
                .delete("/roles/%s?replacement=%s"
                        .formatted(id(role), replacement.equals("itself") ? id(role) : replacement));

        assertThat(answer.status()).isEqualTo(422);
        owner.api().get("/roles/" + id(role)).expect(200);
    }

    @Test
    void neverHoldWhatTheOwnerAloneHolds() {
        String ownerOnly = Arrays.stream(Permission.values())
                .filter(BuiltInRole::isOwnerOnly)
                .map(permission -> "\"" + permission.wireName() + "\"")
                .collect(Collectors.joining(","));

        Answer answer = create(owner.api(), "{\"name\":\"Second Owner\",\"permissions\":[%s]}".formatted(ownerOnly));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").size()).isEqualTo(6);
    }

    @Test
    void holdNothingOfTheOwnersThoughItStandInTheDatabase() {
        String role = id(create(owner.api(), reader()).expect(201).json());

        organizations.run(owner.organization(), () -> database.sql("""
                        UPDATE access.custom_role
                        SET permissions = '{manage_billing,view_dashboard,not_known_yet}'
                        """).update());

        assertThat(names(owner.api().get("/roles/" + role).expect(200).json(), "permissions"))
                .isEqualTo("view_dashboard");
        joining.arrive(owner, role).api().get("/dashboards").expect(200);
    }

    @Test
    void holdNoMoreThanWhoMakesThem() {
        String making = id(create(owner.api(), """
                {"name":"Maker","permissions":["assign_roles","view_dashboard","edit_dashboard"],
                    "ownPermissions":["edit_dashboard"]}
                """).expect(201).json());
        Api maker = joining.arrive(owner, making).api();

        create(maker, """
                {"name":"Within","permissions":["view_dashboard","edit_dashboard"],"ownPermissions":["edit_dashboard"]}
                """).expect(201);
        Answer notHeld = create(maker, "{\"name\":\"A\",\"permissions\":[\"view_users\"]}");
        Answer notOnEverything = create(maker, "{\"name\":\"B\",\"permissions\":[\"edit_dashboard\"]}");
        Answer byItsBase = create(maker, "{\"name\":\"C\",\"base\":\"administrator\"}");

        assertThat(notHeld.status()).isEqualTo(422);
        assertThat(notHeld.text()).contains("you don't hold it yourself");
        assertThat(notOnEverything.status()).isEqualTo(422);
        assertThat(notOnEverything.text()).contains("you hold it for what you created alone");
        assertThat(byItsBase.status()).isEqualTo(422);
        assertThat(byItsBase.json().at("/errors/0/field").asString()).isEqualTo("base");
    }

    @Test
    void areOutOfReachOfWhoHoldsLess() {
        String strong = id(create(owner.api(), "{\"name\":\"Strong\",\"base\":\"administrator\"}")
                .expect(201)
                .json());
        String weak = id(create(owner.api(), "{\"name\":\"Weak\",\"permissions\":[\"assign_roles\",\"view_users\"]}")
                .expect(201)
                .json());
        Api actor = joining.arrive(owner, weak).api();

        Answer change = actor.patch("/roles/" + strong, "{\"permissions\":[\"view_users\"]}");
        Answer removal = actor.delete("/roles/" + strong);

        assertThat(change.code()).isEqualTo("HOLDS_MORE_THAN_YOU");
        assertThat(removal.code()).isEqualTo("HOLDS_MORE_THAN_YOU");
        assertThat(actor.get("/roles/" + strong).json().at("/can/edit").asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Reader", " reader", "READER", "Owner", "viewer"})
    void haveNamesOfTheirOwnWhateverTheCase(String name) {
        create(owner.api(), reader()).expect(201);

        Answer answer = create(owner.api(), "{\"name\":\"%s\",\"permissions\":[\"view_reports\"]}".formatted(name));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("ROLE_NAME_TAKEN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"name":"","permissions":["view_reports"]}                                     | name
                    {"name":"A","permissions":[]}                                                  | permissions
                    {"name":"A"}                                                                   | permissions
                    {"name":"A","permissions":["fly"]}                                             | permissions[0]
                    {"name":"A","base":"owner","permissions":["view_reports"]}                     | base
                    {"name":"A","permissions":["view_reports"],"ownPermissions":["edit_report"]}   | ownPermissions
                    {"name":"A","permissions":["view_reports"],"ownPermissions":["view_reports"]}  | ownPermissions
                    """)
    void sayWhatIsWrongWithThem(String request, String field) {
        Answer answer = create(owner.api(), request);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "viewer"})
    void areNotTheBuiltInOnes(String name) {
        assertThat(owner.api().patch("/roles/" + name, "{\"name\":\"Mine\"}").code())
                .isEqualTo("ROLE_BUILT_IN");
        assertThat(owner.api().delete("/roles/" + name).code()).isEqualTo("ROLE_BUILT_IN");
        owner.api().get("/roles/" + name).expect(200);
    }

    @Test
    void ofAnotherOrganizationCantBeGiven() {
        String theirs =
                id(create(Tenant.register(port).api(), reader()).expect(201).json());
        Tenant ann = joining.arrive(owner, "member");

        Answer foreign = give(ann, theirs);
        Answer missing = give(ann, UUID.randomUUID().toString());

        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.json().path("errors")).isEqualTo(missing.json().path("errors"));
    }

    private Answer give(Tenant member, String role) {
        return owner.api().patch("/members/" + Joining.account(member).value(), "{\"role\":\"%s\"}".formatted(role));
    }

    private static String dashboard(Api api) {
        return "/dashboards/"
                + id(api.post("/dashboards", "{\"name\":\"Mine\",\"widgets\":[],\"filters\":[]}")
                        .expect(201)
                        .json());
    }

    private static String reader() {
        return "{\"name\":\"Reader\",\"permissions\":[\"view_dashboard\",\"view_reports\"]}";
    }

    private static Answer create(Api api, String role) {
        return api.post("/roles", role);
    }

    private static String id(JsonNode json) {
        return json.path("id").asString();
    }

    private static String names(JsonNode role, String field) {
        return role.path(field).valueStream().map(JsonNode::asString).collect(Collectors.joining(" "));
    }
}
