package io.claribi.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import io.claribi.query.DuckDbTables;
import io.claribi.query.QuerySettingsFixture;
import io.claribi.query.QueryTarget;
import io.claribi.warehouse.StoredTable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class DashboardRulesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final DuckDbTables TABLES = new DuckDbTables();
    private static final StoredTable WEATHER =
            TABLES.create("weather", "SELECT DATE '2012-01-01' AS day, 1 AS rain, 'sun' AS kind");
    private static final String GOOD = """
            {"name": "Weather",
             "widgets": [
               {"id": "rain", "type": "metric", "title": "Total rain",
                "query": {"dataSourceId": "00000000-0000-0001-0000-000000000001", "table": "weather",
                          "measures": [{"function": "sum", "field": "rain"}]},
                "layout": {"x": 0, "y": 0, "w": 3, "h": 2}, "options": {"format": "number", "unit": "mm"}},
               {"id": "days", "type": "line", "title": "Rain by month",
                "query": {"dataSourceId": "00000000-0000-0001-0000-000000000001", "table": "weather",
                          "measures": [{"function": "sum", "field": "rain"}],
                          "dimensions": [{"field": "day", "grain": "month"}]},
                "layout": {"x": 3, "y": 0, "w": 9, "h": 4}}],
             "filters": [{"id": "kind", "kind": "category", "label": "Kind", "table": "weather", "field": "kind"}]}
            """;

    private final DashboardRules rules = new DashboardRules(
            QuerySettingsFixture.queries(TABLES),
            (source, table) ->
                    table.equals("weather") ? Optional.of(new QueryTarget(source, WEATHER)) : Optional.empty());

    @Test
    void keepsAGoodDashboard() {
        assertThatCode(() -> rules.check(JSON.readValue(GOOD, DashboardContent.class)))
                .doesNotThrowAnyException();
    }

    @Test
    void comesBackFromJsonAsItWas() {
        var dashboard = JSON.readValue(GOOD, DashboardContent.class);

        assertThat(JSON.readValue(JSON.writeValueAsString(dashboard), DashboardContent.class))
                .isEqualTo(dashboard);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "name": "Weather"       | "name": " "            | name                                  | A name has 1 to 200 characters.
            "title": "Total rain",  |                        | widgets[0].title                      | A title has 1 to 200 characters.
            "type": "metric",       |                        | widgets[0].type                       | A widget needs a type.
            "type": "metric"        | "type": "bar"          | widgets[0].query                      | Such a chart has a measure and a dimension.
            "type": "line"          | "type": "metric"       | widgets[1].query                      | A metric has measures and no dimension.
            "id": "rain"            | "id": "a b"            | widgets[0].id                         | An id has 1 to 64 letters, digits, - or _.
            "id": "rain"            | "id": "days"           | widgets[1].id                         | Another one has the id days.
            "w": 9                  | "w": 10                | widgets[1].layout                     | A widget lies within the 12 columns.
            "x": 3                  | "x": -1                | widgets[1].layout                     | A widget lies within the 12 columns.
            "x": 3                  | "x": 2147483647        | widgets[1].layout                     | A widget lies within the 12 columns.
            "h": 2                  | "h": 0                 | widgets[0].layout                     | A widget lies within the 12 columns.
            "unit": "mm"            | "topN": 0              | widgets[0].options.topN               | The number is between 1 and 100.
            "grain": "month"        | "grain": "hour"        | widgets[1].query.dimensions[0].grain  | day has no time of day, so it can't be grouped by hour.
            "label": "Kind",        |                        | filters[0].label                      | A label has 1 to 200 characters.
            "kind": "category",     |                        | filters[0].kind                       | A filter needs a kind.
            """)
    void refuses(String part, String instead, String field, String message) {
        String json = GOOD.replaceFirst(Pattern.quote(part), instead == null ? "" : instead);

        var refusal = catchThrowableOfType(
                AppException.class, () -> rules.check(JSON.readValue(json, DashboardContent.class)));

        assertThat(refusal.code()).isEqualTo(DashboardError.INVALID_DASHBOARD);
        assertThat(refusal.errors()).containsExactly(new FieldError(field, message));
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        String json =
                GOOD.replace("\"table\": \"weather\"", "\"table\": \"gone\"").replace("\"w\": ", "\"w\": 1");

        var errors = rules.problems(JSON.readValue(json, DashboardContent.class));

        assertThat(errors)
                .extracting(FieldError::field)
                .containsExactly(
                        "widgets[0].layout", "widgets[0].query.table", "widgets[1].layout", "widgets[1].query.table");
    }

    @Test
    void boundsTheNumberOfWidgets() {
        var good = JSON.readValue(GOOD, DashboardContent.class);
        var many = new DashboardContent(
                "Many", null, Collections.nCopies(51, good.widgets().getFirst()), List.of());

        assertThat(rules.problems(many)).extracting(FieldError::field).containsExactly("widgets");
    }
}
