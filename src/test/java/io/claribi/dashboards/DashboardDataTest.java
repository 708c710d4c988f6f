package io.claribi.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claribi.dashboards.DashboardAnswer.FilterAnswer;
import io.claribi.dashboards.DashboardAnswer.ValueCount;
import io.claribi.dashboards.DashboardAnswer.WidgetAnswer;
import io.claribi.dashboards.design.InsightDesigner;
import io.claribi.dashboards.design.ProfiledTable;
import io.claribi.dashboards.design.Profiles;
import io.claribi.http.RequestMemory;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.query.AggregateFunction;
import io.claribi.query.Dimension;
import io.claribi.query.DuckDbTables;
import io.claribi.query.Grain;
import io.claribi.query.Measure;
import io.claribi.query.Query;
import io.claribi.query.QueryResult;
import io.claribi.query.QuerySettingsFixture;
import io.claribi.query.QueryTables;
import io.claribi.query.QueryTarget;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.warehouse.StoredTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DashboardDataTest {
    private static final UUID SOURCE = new UUID(1, 1);
    private static final Layout PLACE = new Layout(0, 0, 3, 2);

    private final DuckDbTables tables = new DuckDbTables();
    private final StoredTable weather = tables.create("weather", """
            SELECT DATE '2012-01-01' + range::INTEGER AS date, range AS rain,
                   CASE WHEN range % 3 = 0 THEN 'sun' WHEN range % 3 = 1 THEN 'rain' END AS kind
            FROM range(60)
            """);
    private final StoredTable texts =
            tables.create("texts", "SELECT range AS n, repeat('x', 1100) AS t FROM range(1000)");
    private final ProfiledTable profile = Profiles.profile(tables, weather);
    private final Query all = Query.of(SOURCE, "weather");
    private final Query sum = all.measuring(Measure.of(AggregateFunction.SUM, "rain"));
    private final RequestMemory memory = new RequestMemory(4_000_000, 2_000_000);
    private final DashboardData data = data();

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void answersEveryWidgetInTheOrderOfTheDashboard() {
        var dashboard = dashboard(metric("a", sum), metric("b", all.measuring(Measure.rows())));

        var answer = answer(dashboard);

        assertThat(answer.widgets()).extracting(WidgetAnswer::id).containsExactly("a", "b");
        assertThat(answer.widgets())
                .extracting(widget -> value(widget.result()))
                .containsExactly(1770L, 60L);
    }

    @Test
    void runsEqualQueriesOnce() {
        int before = tables.statements().size();
        var widgets = IntStream.range(0, 25).mapToObj(i -> metric("w" + i, sum)).toArray(Widget[]::new);

        var answer = answer(dashboard(widgets));

        assertThat(answer.widgets()).allMatch(widget -> value(widget.result()).equals(1770L));
        assertThat(tables.statements()).hasSize(before + 1);
    }

    @Test
    void reachesEveryWidgetWithTheFilters() {
        var byMonth = sum.by(Dimension.of("date", Grain.MONTH));
        var dashboard =
                dashboard(new Widget("a", WidgetType.METRIC, "Rain", null, sum, byMonth, PLACE, WidgetOptions.USUAL));

        var widget = answer(dashboard, "date:2012-01-11..2012-01-20", "kind:sun")
                .widgets()
                .getFirst();

        assertThat(value(widget.result())).isEqualTo(12L + 15 + 18);
        assertThat(Objects.requireNonNull(widget.trend()).rows()).hasSize(1);
        assertThat(value(widget.comparison())).isEqualTo(0L + 3 + 6 + 9);
    }

    @Test
    void findsTheRowsWithoutAValue() {
        var widget = answer(dashboard(metric("a", all.measuring(Measure.rows()))), "kind:")
                .widgets()
                .getFirst();

        assertThat(value(widget.result())).isEqualTo(20L);
    }

    @Test
    void comparesNumbersOnly() {
        var first = all.measuring(Measure.of(AggregateFunction.MIN, "date"));

        var widget = answer(dashboard(metric("a", first)), "date:2012-01-11..2012-01-20")
                .widgets()
                .getFirst();

        assertThat(widget.result()).isNotNull();
        assertThat(widget.comparison()).isNull();
    }

    @Test
    void letsOneWidgetFailByItself() {
        var gone = Query.of(SOURCE, "gone").measuring(Measure.rows());
        var wrong = all.measuring(Measure.of(AggregateFunction.SUM, "kind"));

        var answer = answer(dashboard(metric("a", gone), metric("b", wrong), metric("c", sum)));

        assertThat(answer.widgets())
                .extracting(widget -> Optional.ofNullable(widget.error())
                        .map(DashboardAnswer.WidgetError::code)
                        .orElse("fine"))
                .containsExactly("TABLE_NOT_FOUND", "INVALID_QUERY", "fine");
    }

    /** Their results take more than three times of what the organization may have in hand. */
    @Test
    void holdsAFewResultsAtATime() {
        Query texts = Query.of(SOURCE, "texts");
        var dashboard = dashboard(IntStream.range(0, 30)
                .mapToObj(i -> table("w" + i, texts.limitedTo(100 + i)))
                .toArray(Widget[]::new));
        var most = new AtomicLong();

        OrganizationScope.run(
                OrganizationId.next(),
                () -> data.answer(dashboard, List.of()).forEachWidget(widget -> {
                    assertThat(widget.error()).as(widget.id()).isNull();
                    most.accumulateAndGet(memory.total(), Math::max);
                }));

        assertThat(most.get()).isBetween(200_000L, 2_000_000L);
        assertThat(memory.total()).isZero();
    }

    @Test
    void saysOfAWidgetAloneThatItIsTooLarge() {
        var answer = answer(
                dashboard(metric("a", sum), table("b", Query.of(SOURCE, "texts").limitedTo(1_000)), metric("c", sum)));

        assertThat(answer.widgets())
                .extracting(widget -> Optional.ofNullable(widget.error())
                        .map(DashboardAnswer.WidgetError::code)
                        .orElse("fine"))
                .containsExactly("fine", "RESULT_TOO_LARGE", "fine");
    }

    @Test
    void givesEverythingBackWhenTheReaderIsGone() {
        var dashboard = dashboard(metric("a", sum), metric("b", all.measuring(Measure.rows())));

        assertThatThrownBy(() -> OrganizationScope.run(
                        OrganizationId.next(),
                        () -> data.answer(dashboard, List.of()).forEachWidget(widget -> {
                            throw new UncheckedIOException(new IOException("gone"));
                        })))
                .hasMessageContaining("gone");
        assertThat(memory.total()).isZero();
    }

    @Test
    void offersWhatThereIsToChooseFrom() {
        var filters = answer(dashboard(metric("a", sum))).filters();

        assertThat(filters.getFirst().min()).isEqualTo("2012-01-01");
        assertThat(filters.getFirst().max()).isEqualTo("2012-02-29");
        assertThat(filters.getLast().values())
                .containsExactly(new ValueCount("rain", 20), new ValueCount("sun", 20), new ValueCount(null, 20));
    }

    @Test
    void refusesFiltersItDoesNotHave() {
        var refusal = catchThrowableOfType(AppException.class, () -> answer(dashboard(metric("a", sum)), "colour:red"));

        assertThat(refusal.code()).isEqualTo(DashboardError.INVALID_FILTER);
    }

    @Test
    void answersADesignedDashboardWhole() {
        var designed = new InsightDesigner().design(SOURCE, "weather.csv", List.of(profile));

        var answer = answer(designed, "date:2012-01-11..2012-01-20");

        assertThat(answer.widgets()).hasSameSizeAs(designed.widgets()).allMatch(widget -> widget.error() == null);
    }

    private Taken answer(DashboardContent dashboard, String... filters) {
        return OrganizationScope.call(OrganizationId.next(), () -> {
            DashboardAnswer answer = data.answer(dashboard, List.of(filters));
            var widgets = new ArrayList<WidgetAnswer>();
            answer.forEachWidget(widgets::add);
            return new Taken(widgets, answer.filters());
        });
    }

    /** All of an answer at once. */
    private record Taken(List<WidgetAnswer> widgets, List<FilterAnswer> filters) {}

    private DashboardData data() {
        var tablesKnown = new QueryTables() {
            @Override
            public Optional<QueryTarget> find(UUID dataSourceId, String table) {
                return Stream.of(weather, texts)
                        .filter(stored ->
                                dataSourceId.equals(SOURCE) && stored.name().equals(table))
                        .map(stored -> new QueryTarget(SOURCE, stored))
                        .findFirst();
            }
        };
        return new DashboardData(
                tablesKnown,
                new FilterOffers((table, column) -> profile.columns().stream()
                        .filter(known -> known.name().equals(column))
                        .findFirst()),
                new QueryBatch(
                        QuerySettingsFixture.queries(tables, memory), QuerySettingsFixture.querySettings(), memory));
    }

    private static DashboardContent dashboard(Widget... widgets) {
        return new DashboardContent(
                "Weather",
                SOURCE,
                List.of(widgets),
                List.of(
                        new DashboardFilter("date", FilterKind.DATE_RANGE, "Date", "weather", "date"),
                        new DashboardFilter("kind", FilterKind.CATEGORY, "Kind", "weather", "kind")));
    }

    private static Widget metric(String id, Query query) {
        return new Widget(id, WidgetType.METRIC, "Figure", null, query, null, PLACE, WidgetOptions.USUAL);
    }

    private static Widget table(String id, Query query) {
        return new Widget(id, WidgetType.TABLE, "Rows", null, query, null, PLACE, WidgetOptions.USUAL);
    }

    private static Object value(@Nullable QueryResult result) {
        return Objects.requireNonNull(
                Objects.requireNonNull(result).rows().getFirst().getFirst());
    }
}
