package io.claribi.dashboards.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.claribi.dashboards.DashboardContent;
import io.claribi.dashboards.DashboardFilter;
import io.claribi.dashboards.Layout;
import io.claribi.dashboards.ValueFormat;
import io.claribi.dashboards.Widget;
import io.claribi.dashboards.WidgetType;
import io.claribi.kernel.OrganizationId;
import io.claribi.query.DuckDbTables;
import io.claribi.query.Queries;
import io.claribi.query.Query;
import io.claribi.query.QueryResult;
import io.claribi.query.QuerySettingsFixture;
import io.claribi.query.QueryTarget;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.warehouse.StoredTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsightDesignerTest {
    private static final UUID SOURCE = new UUID(1, 1);
    private static final String SALES = """
            SELECT range + 1 AS order_id, DATE '2022-01-01' + (range %% 730)::INTEGER AS order_date,
                   'C' || range %% 180 AS customer_id,
                   ['Germany', 'France', 'Italy', 'Spain'][1 + range %% 4] AS country,
                   ['DE', 'FR', 'IT', 'ES'][1 + range %% 4] AS country_code,
                   ['Bikes', 'Helmets', 'Lamps', 'Locks', 'Bags', 'Pumps', 'Tyres', 'Bells', 'Racks', 'Gloves', 'Socks', 'Maps']
                       [1 + (range * 7) %% 12] AS category,
                   1 + range %% 9 AS quantity, 9.99 + range %% 50 AS unit_price_eur,
                   ((1 + range %% 9) * (9.99 + range %% 50))::DOUBLE AS revenue_eur,
                   (range %% 5) / 10.0::DOUBLE AS discount_rate, 10115 + range %% 900 AS zip,
                   47 + random() AS lat, 8 + random() AS lon, 'EUR' AS currency,
                   'The customer of order ' || range || ' wrote that all is well, and a lot more' AS remarks
            FROM range(%d)
            """;

    private final DuckDbTables tables = new DuckDbTables();
    private final Queries queries = QuerySettingsFixture.queries(tables);
    private final List<StoredTable> stored = new ArrayList<>();

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void drawsSalesAsAnAnalystWould() {
        var dashboard = design("sales.csv", SALES.formatted(4_000));

        assertThat(dashboard.name()).isEqualTo("sales.csv - Data Insights");
        assertThat(lines(dashboard))
                .containsExactly(
                        "METRIC Total revenue",
                        "METRIC Total quantity",
                        "METRIC Rows",
                        "METRIC Different customers",
                        "METRIC Period",
                        "LINE Revenue by month",
                        "BAR Revenue by country",
                        "BAR Revenue by category",
                        "HISTOGRAM Distribution of revenue",
                        "TABLE Latest rows");
        assertThat(dashboard.filters())
                .extracting(DashboardFilter::id)
                .containsExactly("order-date", "country", "category");
        assertThat(dashboard.widgets().getFirst().options().format()).isEqualTo(ValueFormat.CURRENCY);
        assertThat(dashboard.widgets().getFirst().options().unit()).isEqualTo("EUR");
        assertThat(dashboard.widgets().getFirst().trend()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            no numbers      ~ SELECT ['a','b','c'][1 + range % 3] AS kind, 'name ' || range AS name FROM range(60)  ~ METRIC Rows,BAR Rows by kind,TABLE First rows
            only numbers    ~ SELECT range * 1.5 AS height FROM range(60)                                          ~ METRIC Average height,METRIC Rows,HISTOGRAM Distribution of height,TABLE First rows
            only text       ~ SELECT 'a long text that says something about number ' || range AS remark FROM range(60) ~ METRIC Rows,TABLE First rows
            only days       ~ SELECT DATE '2024-01-01' + range::INTEGER AS day FROM range(60)                      ~ METRIC Rows,METRIC Period,LINE Rows by day,TABLE Latest rows
            one row         ~ SELECT 1 AS a, 'x' AS b, DATE '2024-01-01' AS c                                      ~ METRIC Rows,TABLE First rows
            no rows         ~ SELECT 1 AS revenue, 'x' AS b, DATE '2024-01-01' AS day WHERE false                  ~ METRIC Rows,TABLE First rows
            all null        ~ SELECT NULL::DOUBLE AS revenue, NULL::VARCHAR AS b, NULL::DATE AS c FROM range(9)    ~ METRIC Rows,TABLE First rows
            one column      ~ SELECT 5 AS revenue FROM range(30)                                                   ~ METRIC Rows,TABLE First rows
            years           ~ SELECT 1990 + range % 30 AS year, random() AS score FROM range(300)                  ~ METRIC Average score,METRIC Rows,LINE Average score by year,HISTOGRAM Distribution of score,TABLE Latest rows
            flags           ~ SELECT range % 3 = 0 AS paid FROM range(300)                                         ~ METRIC Rows,BAR Rows by paid,TABLE First rows
            many groups     ~ SELECT 'town ' || range % 90 AS town FROM range(300)                                 ~ METRIC Rows,METRIC Different towns,BAR Rows by town,TABLE First rows
            not a number    ~ SELECT CASE WHEN range % 2 = 0 THEN 'NaN'::DOUBLE ELSE range END AS load FROM range(99) ~ METRIC Average load,METRIC Rows,TABLE First rows
            prices          ~ SELECT DATE '2020-01-01' + range::INTEGER AS date, ['A','B'][1 + range % 2] AS symbol, 5 + random() AS price FROM range(800) ~ METRIC Average price,METRIC Rows,METRIC Period,LINE Average price by month,BAR Average price by symbol,HISTOGRAM Distribution of price,TABLE Latest rows
            """)
    void drawsWhatThereIs(String name, String select, String widgets) {
        var dashboard = design(name, select);

        assertThat(String.join(",", lines(dashboard))).isEqualTo(widgets);
    }

    @Test
    void letsTheMostTellingTableLeadAndGivesTheOthersAShare() {
        create("notes", "SELECT 'note ' || range AS note FROM range(40)");
        create("returns", "SELECT DATE '2023-01-01' + range::INTEGER AS day, range % 7 AS refund FROM range(300)");
        create("orders", SALES.formatted(3_000));

        var dashboard = design("shop.xlsx");

        assertThat(dashboard.widgets().getFirst().query().table()).isEqualTo("orders");
        assertThat(dashboard.widgets())
                .filteredOn(widget -> widget.query().table().equals("returns"))
                .extracting(Widget::subtitle, Widget::title)
                .containsExactly(tuple("returns", "Total refund"), tuple("returns", "Refund by week"));
        assertThat(dashboard.widgets())
                .anyMatch(widget -> widget.query().table().equals("notes"));
    }

    @Test
    void neverChartsIdentifiersTextsConstantsAndPlaces() {
        var dashboard = design("sales.csv", SALES.formatted(4_000));

        assertThat(dashboard.widgets())
                .filteredOn(widget -> widget.type() != WidgetType.TABLE && widget.type() != WidgetType.METRIC)
                .flatExtracting(widget -> fields(widget.query()))
                .doesNotContain("order_id", "customer_id", "zip", "lat", "lon", "currency", "remarks", "country_code");
    }

    @Test
    void leavesOutTheOthersOfAveragesAndAddsUpThoseOfSums() {
        var groups = "SELECT 'g' || range %% 20 AS branch, range * 1.5 AS %s FROM range(400)";

        Widget sums = bar(design("sums", groups.formatted("revenue")));
        Widget averages = bar(design("averages", groups.formatted("temperature")));

        assertThat(sums.options().topN()).isEqualTo(10);
        assertThat(sums.query().limit()).isNull();
        assertThat(averages.options().topN()).isNull();
        assertThat(averages.query().limit()).isEqualTo(10);
        assertThat(averages.subtitle()).isEqualTo("Top 10 of 20");
    }

    @Test
    void namesFiltersApartWhateverTheColumnsAreCalled() {
        var dashboard = design("odd", """
                SELECT ['a','b','c'][1 + range % 3] AS "種類", ['a','b'][1 + range % 2] AS "!!",
                       ['a','b','c','d'][1 + range % 4] AS "A b" FROM range(100)
                """);

        assertThat(dashboard.filters())
                .hasSize(3)
                .extracting(DashboardFilter::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9-]+"));
    }

    @Test
    void keepsNamesWithinTheirBounds() {
        create(
                "t",
                "SELECT DATE '2020-01-01' + range::INTEGER AS \"%s\", mod(range * 37, 101) AS \"%s\" FROM range(400)"
                        .formatted("day ".repeat(100), "score 🚲".repeat(60)));

        var dashboard = design("x".repeat(300) + ".csv");

        assertThat(dashboard.name()).hasSize(200).endsWith("… - Data Insights");
        assertThat(dashboard.widgets()).allMatch(widget -> widget.title().length() <= 200);
    }

    private DashboardContent design(String name, String select) {
        stored.clear();
        create(name, select);
        return design(name);
    }

    private void create(String name, String select) {
        stored.add(tables.create(name, select));
    }

    /** The dashboard of all tables made; every widget's place and query has been tried. */
    private DashboardContent design(String name) {
        var profiles =
                stored.stream().map(table -> Profiles.profile(tables, table)).toList();
        var dashboard = new InsightDesigner().design(SOURCE, name, profiles);
        assertThat(new InsightDesigner().design(SOURCE, name, profiles)).isEqualTo(dashboard);
        checkPlaces(dashboard);
        dashboard.widgets().forEach(this::checkQueries);
        return dashboard;
    }

    private static void checkPlaces(DashboardContent dashboard) {
        var taken = new boolean[100][Layout.COLUMNS];
        for (Widget widget : dashboard.widgets()) {
            Layout place = widget.layout();
            for (int y = place.y(); y < place.y() + place.h(); y++) {
                for (int x = place.x(); x < place.x() + place.w(); x++) {
                    assertThat(taken[y][x])
                            .as("%s at %d,%d", widget.title(), x, y)
                            .isFalse();
                    taken[y][x] = true;
                }
            }
        }
        assertThat(dashboard.widgets()).extracting(Widget::id).doesNotHaveDuplicates();
    }

    private void checkQueries(Widget widget) {
        QueryResult result = run(widget.query());
        assertThat(result.columns()).isNotEmpty();
        if (widget.type() == WidgetType.HISTOGRAM) {
            assertThat(result.rows()).as(widget.title()).hasSizeBetween(1, 25);
        }
        if (widget.trend() != null) {
            assertThat(run(Objects.requireNonNull(widget.trend())).rows()).isNotEmpty();
        }
    }

    private QueryResult run(Query query) {
        StoredTable table = stored.stream()
                .filter(candidate -> candidate.name().equals(query.table()))
                .findFirst()
                .orElseThrow();
        return OrganizationScope.call(
                OrganizationId.next(),
                () -> queries.run(
                        new QueryTarget(SOURCE, table),
                        query,
                        QuerySettingsFixture.memory().hold(OrganizationScope.current())));
    }

    private static Widget bar(DashboardContent dashboard) {
        return dashboard.widgets().stream()
                .filter(widget -> widget.type() == WidgetType.BAR)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(DashboardContent dashboard) {
        return dashboard.widgets().stream()
                .map(widget -> widget.type() + " " + widget.title())
                .toList();
    }

    private static List<String> fields(Query query) {
        var fields = new ArrayList<String>();
        query.dimensions().forEach(dimension -> fields.add(dimension.field()));
        query.measures().forEach(measure -> fields.add(String.valueOf(measure.field())));
        return fields;
    }
}
