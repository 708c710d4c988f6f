package io.claribi.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.access.Joining;
import io.claribi.testing.Api;
import io.claribi.testing.Api.Answer;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What one may do to dashboards that others created. */
@ServerTest
@TestPropertySource(properties = "claribi.plans.signup=professional")
class DashboardRightsTest {
    private static final String EMPTY = """
            {"name":"Mine","widgets":[],"filters":[]}
            """;

    private final Joining joining;
    private final Tenant owner;

    DashboardRightsTest(@LocalServerPort int port, Joining joining) {
        this.joining = joining;
        owner = Tenant.register(port);
    }

    @Test
    void letAnAnalystEditWhatTheyCreatedAndNothingElse() {
        String ofTheOwner = create(owner.api());
        Api analyst = joining.arrive(owner, "analyst").api();
        String own = create(analyst);

        assertThat(rename(analyst, own).status()).isEqualTo(200);
        Answer refused = rename(analyst, ofTheOwner);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("PERMISSION_DENIED");
        assertThat(refused.json().path("permission").asString()).isEqualTo("edit_dashboard");
        assertThat(owner.api().get(ofTheOwner).json().path("name").asString()).isEqualTo("Mine");
    }

    @Test
    void letAnAdministratorEditEverybodys() {
        String ofTheOwner = create(owner.api());

        Api administrator = joining.arrive(owner, "administrator").api();

        assertThat(rename(administrator, ofTheOwner).status()).isEqualTo(200);
    }

    @Test
    void areToldWithEachDashboard() {
        String ofTheOwner = create(owner.api());
        Api analyst = joining.arrive(owner, "analyst").api();
        String own = create(analyst);

        assertThat(analyst.get(own).json().at("/can/edit").asBoolean()).isTrue();
        assertThat(analyst.get(ofTheOwner).json().at("/can/edit").asBoolean()).isFalse();
        assertThat(analyst.get("/dashboards").json().path("items").valueStream())
                .extracting(item -> item.at("/can/edit").asBoolean())
                .containsExactly(true, false);
    }

    private static String create(Api api) {
        return "/dashboards/"
                + api.post("/dashboards", EMPTY).expect(201).json().path("id").asString();
    }

    private static Answer rename(Api api, String dashboard) {
        return api.patch(dashboard, "{\"name\":\"Renamed\"}");
    }
}
