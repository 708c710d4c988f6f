package io.claribi.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api.Answer;
import io.claribi.testing.Api.Call;
import io.claribi.testing.ServerTest;
import io.claribi.testing.Tenant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class DashboardRoutesTest {
    private final Tenant tenant;
    private final String source;
    private final String dashboard;

    DashboardRoutesTest(@LocalServerPort int port) {
        tenant = Tenant.register(port);
        source = tenant.salesSource();
        dashboard = tenant.api()
                .get("/data-sources/" + source)
                .json()
                .path("dashboardId")
                .asString();
    }

    @Test
    void drawWhatAnAnalystWouldOfANewSource() {
        JsonNode drawn = tenant.api().get("/dashboards/" + dashboard).expect(200).json();

        assertThat(drawn.path("name").asString()).isEqualTo("sales-%s - Data Insights".formatted(tenant.name()));
        assertThat(drawn.path("widgets").valueStream().map(widget -> widget.path("type").asString()))
                .contains("metric", "bar", "table");
    }

    @Test
    void answerEveryWidgetInOneRequest() {
        JsonNode data = tenant.api().get("/dashboards/%s/data".formatted(dashboard)).expect(200).json();

        assertThat(data.path("widgets").size())
                .isEqualTo(tenant.api().get("/dashboards/" + dashboard).json().path("widgets").size());
        assertThat(data.path("widgets").valueStream())
                .allSatisfy(widget -> assertThat(widget.has("result")).as(widget.toString()).isTrue());
        assertThat(revenue(data)).isEqualTo(866.6);
    }

    @Test
    void answerFromTheCacheWhatWasAnsweredBefore() {
        tenant.api().get("/dashboards/%s/data".formatted(dashboard)).expect(200);

        JsonNode again = tenant.api().get("/dashboards/%s/data".formatted(dashboard)).json();

        assertThat(again.path("widgets").valueStream())
                .allSatisfy(widget -> assertThat(widget.path("result").path("cached").asBoolean()).isTrue());
    }

    @Test
    void reachEveryWidgetWithAFilter() {
        JsonNode all = tenant.api().get("/dashboards/%s/data".formatted(dashboard)).json();
        String filter = tenant.api().get("/dashboards/" + dashboard).json().path("filters").valueStream()
                .filter(offered -> offered.path("field").asString().equals("region"))
                .map(offered -> offered.path("id").asString())
                .findFirst()
                .orElseThrow();

        JsonNode north = tenant.api()
                .get("/dashboards/%s/data?filter=%s:North".formatted(dashboard, filter))
                .expect(200)
                .json();

        assertThat(revenue(all)).isEqualTo(866.6);
        assertThat(revenue(north)).isEqualTo(415.85);
    }

    @Test
    void refuseAFilterThatIsNotThere() {
        Answer answer = tenant.api().get("/dashboards/%s/data?filter=nothing:1".formatted(dashboard));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("INVALID_FILTER");
    }

    @Test
    void areChangedByWhoKnowsTheirPresentState() {
        String tag = tenant.api().get("/dashboards/" + dashboard).headers().firstValue("ETag").orElseThrow();
        Call rename = Call.json("PATCH", "/dashboards/" + dashboard, "{\"name\":\"Mine\"}").with("If-Match", tag);

        Answer first = tenant.api().send(rename);
        Answer second = tenant.api().send(rename);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("name").asString()).isEqualTo("Mine");
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.code()).isEqualTo("DASHBOARD_CHANGED");
    }

    @Test
    void tellAllThatIsWrongWithANewOneAtOnce() {
        Answer answer = tenant.api().post("/dashboards", """
                {"name":" ","widgets":[{"type":"metric","title":"","layout":{"x":11,"y":0,"w":5,"h":2},
                "query":{"dataSourceId":"%s","table":"nope","measures":[{"function":"count"}]}}],"filters":[]}
                """.formatted(source));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").valueStream().map(error -> error.path("field").asString()))
                .contains("name", "widgets[0].title", "widgets[0].layout", "widgets[0].query.table");
    }

    @Test
    void knowNoSourceThatIsNotThere() {
        Answer answer = tenant.api().post("/dashboards", """
                {"name":"Mine","widgets":[{"type":"metric","title":"Rows","layout":{"x":0,"y":0,"w":3,"h":2},
                "query":{"dataSourceId":"%s","table":"t","measures":[{"function":"count"}]}}],"filters":[]}
                """.formatted(UUID.randomUUID()));

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void leaveTheirSourceWhenTheyGo() {
        tenant.api().delete("/dashboards/" + dashboard).expect(204);

        JsonNode left = tenant.api().get("/data-sources/" + source).expect(200).json();
        assertThat(left.has("dashboardId")).isFalse();
    }

    /** The figure of the first metric: all revenue of the rows that the filters leave. */
    private static double revenue(JsonNode data) {
        return data.path("widgets").path(0).path("result").path("rows").path(0).path(0).asDouble();
    }
}
