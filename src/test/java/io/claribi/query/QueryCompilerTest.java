package io.claribi.query;

import static io.claribi.query.AggregateFunction.AVERAGE;
import static io.claribi.query.AggregateFunction.COUNT;
import static io.claribi.query.AggregateFunction.DISTINCT_COUNT;
import static io.claribi.query.AggregateFunction.MAX;
import static io.claribi.query.AggregateFunction.MEDIAN;
import static io.claribi.query.AggregateFunction.MIN;
import static io.claribi.query.AggregateFunction.SUM;
import static io.claribi.query.FilterOperator.IN;
import static io.claribi.query.FilterOperator.LESS_THAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.query.QueryChecker.RowLimit;
import io.claribi.query.RowCollector.Rows;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.RowReader;
import io.claribi.warehouse.StoredTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QueryCompilerTest {
    private static final DuckDbTables TABLES = new DuckDbTables();
    private static final StoredTable WEATHER = TABLES.create("Seattle weather", """
            SELECT * FROM (VALUES
                (1, DATE '2011-12-31', TIMESTAMP '2011-12-31 23:30:00', TIME '08:00:00', 'rain', 0.3, 1, true),
                (2, DATE '2012-01-01', TIMESTAMP '2012-01-01 00:00:00', TIME '09:30:00', 'sun', 0.7, -7, false),
                (3, DATE '2012-01-02', TIMESTAMP '2012-01-02 08:15:30', TIME '23:59:59', 'Rain 100%', 10.29, 12, true),
                (4, DATE '2012-04-09', TIMESTAMP '2012-04-09 23:59:59.5', NULL, NULL, NULL, NULL, NULL)
            ) AS v("id", "date", "at", "clock", "weather", "precipitation", "temp", "wet")
            """);

    @Test
    void showsTheQueryWithNamesAndValuesInPlace() {
        var query = query().measuring(Measure.of(SUM, "precipitation"), Measure.rows())
                .by(Dimension.of("date", Grain.MONTH), Dimension.of("weather"))
                .where(Filter.of("weather", IN, "sun", "ra'in – 雨"))
                .where(Filter.of("at", LESS_THAN, "2012-01-01T10:00:00.25+02:00"))
                .limitedTo(20);

        assertThat(compile(query).shownSql()).isEqualToIgnoringNewLines("""
                SELECT CAST(DATETRUNC('month', "date") AS DATE) AS "date",
                  "weather",
                  SUM("precipitation") AS "sum_precipitation",
                  COUNT(*) AS "count"
                FROM "Seattle weather"
                WHERE "at" < TIMESTAMP '2012-01-01 08:00:00.250000'
                  AND "weather" IN ('ra''in – 雨', 'sun')
                GROUP BY CAST(DATETRUNC('month', "date") AS DATE),
                  "weather"
                ORDER BY 1 NULLS LAST, 2 NULLS LAST
                LIMIT 20""");
    }

    @Test
    void bindsEveryValue() {
        var compiled = compile(query().where(Filter.of("weather", IN, "sun' OR 1=1 --", "rain"))
                .where(Filter.of("temp", LESS_THAN, "41")));

        String ownWords = compiled.sql().replaceAll("t_[0-9a-f]{32}", "table");
        assertThat(ownWords).doesNotContain("sun").doesNotContain("41");
        assertThat(compiled.values()).containsExactly(41L, "rain", "sun' OR 1=1 --");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            weather       | equals              | rain                       | 1
            weather       | equals              | ~                          | 4
            weather       | notEquals           | rain                       | 2 3 4
            weather       | notEquals           | ~                          | 1 2 3
            weather       | in                  | rain,sun                   | 1 2
            weather       | in                  | rain,~                     | 1 4
            weather       | notIn               | rain,sun                   | 3 4
            weather       | notIn               | rain,~                     | 2 3
            weather       | contains            | RAIN                       | 1 3
            weather       | contains            | %                          | 3
            weather       | contains            | _                          |
            weather       | contains            | !                          |
            weather       | startsWith          | r                          | 1 3
            weather       | startsWith          | ain                        |
            weather       | greaterThan         | rain                       | 2
            weather       | isNull              | -                          | 4
            weather       | isNotNull           | -                          | 1 2 3
            temp          | equals              | 12                         | 3
            temp          | equals              | 12.0                       | 3
            temp          | greaterThan         | 0.99999999999999999999999  | 1 3
            temp          | lessThan            | 1.0000000000000000000001   | 1 2
            temp          | between             | -7,1                       | 1 2
            temp          | greaterThan         | 99999999999999999999999999 |
            precipitation | equals              | 0.7                        | 2
            precipitation | lessThan            | 60                         | 1 2 3
            precipitation | greaterThan         | -1e3                       | 1 2 3
            precipitation | lessThan            | 0.0                        |
            precipitation | greaterThanOrEquals | 7e-1                       | 2 3
            precipitation | notIn               | 0.3,0.7                    | 3 4
            wet           | equals              | true                       | 1 3
            wet           | notEquals           | true                       | 2 4
            wet           | in                  | true,false                 | 1 2 3
            date          | equals              | 2012-01-01                 | 2
            date          | between             | 2012-01-01,2012-01-02      | 2 3
            date          | greaterThan         | 2012-01-02                 | 4
            at            | equals              | 2012-01-01T00:00:00Z       | 2
            at            | equals              | 2012-01-01T02:00:00+02:00  | 2
            at            | equals              | 2012-01-02                 | 3
            at            | in                  | 2012-01-02,2011-12-31      | 1 3
            at            | in                  | 2012-01-02,2012-01-01T00:00:00Z | 2 3
            at            | notEquals           | 2012-01-02                 | 1 2 4
            at            | between             | 2011-12-31,2012-01-02      | 1 2 3
            at            | between             | 2012-01-01,2012-04-09      | 2 3 4
            at            | greaterThan         | 2012-01-01                 | 3 4
            at            | greaterThanOrEquals | 2012-01-01                 | 2 3 4
            at            | lessThan            | 2012-01-02                 | 1 2
            at            | lessThanOrEquals    | 2012-01-02                 | 1 2 3
            clock         | lessThan            | 09:30:00                   | 1
            """)
    void filters(String field, String operator, String values, String ids) {
        var filter = new Filter(
                field,
                operator(operator),
                values == null
                        ? List.of()
                        : Arrays.stream(values.split(","))
                                .map(value -> value.equals("~") ? null : value)
                                .toList());

        var rows = run(query().by(Dimension.of("id")).where(filter));

        assertThat(rows.rows().stream().map(row -> String.valueOf(row.getFirst())))
                .containsExactlyElementsOf(ids == null ? List.of() : List.of(ids.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            minute  | 2011-12-31T23:30:00Z 2012-01-01T00:00:00Z 2012-01-02T08:15:00Z 2012-04-09T23:59:00Z
            hour    | 2011-12-31T23:00:00Z 2012-01-01T00:00:00Z 2012-01-02T08:00:00Z 2012-04-09T23:00:00Z
            day     | 2011-12-31 2012-01-01 2012-01-02 2012-04-09
            week    | 2011-12-26 2012-01-02 2012-04-09
            month   | 2011-12-01 2012-01-01 2012-04-01
            quarter | 2011-10-01 2012-01-01 2012-04-01
            year    | 2011-01-01 2012-01-01
            """)
    void gathersTimesIntoPeriods(String grain, String periods) {
        var rows = run(query().measuring(Measure.rows())
                .by(Dimension.of("at", Grain.valueOf(grain.toUpperCase(Locale.ROOT)))));

        assertThat(rows.rows().stream().map(row -> String.valueOf(row.getFirst())))
                .containsExactly(periods.split(" "));
    }

    @Test
    void putsNumbersIntoTheBucketsTheyBelongTo() {
        var tenths = TABLES.create("tenths", "SELECT range / 10.0::DOUBLE AS x, range - 5 AS n FROM range(10)");

        var fractions = run(tenths, query().measuring(Measure.rows()).by(Dimension.of("x", new BigDecimal("0.1"))));
        var wholes = run(tenths, query().measuring(Measure.rows()).by(Dimension.of("n", new BigDecimal("5"))));

        assertThat(fractions.rows())
                .extracting(List::getFirst)
                .containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
        assertThat(wholes.rows()).containsExactly(List.of(-5L, 5L), List.of(0L, 5L));
    }

    @Test
    void computesEveryMeasure() {
        var rows = run(query().measuring(
                        Measure.of(SUM, "temp"),
                        Measure.of(AVERAGE, "temp"),
                        Measure.of(MEDIAN, "temp"),
                        Measure.rows(),
                        Measure.of(COUNT, "temp"),
                        Measure.of(DISTINCT_COUNT, "wet"),
                        Measure.of(MIN, "date"),
                        Measure.of(MAX, "at"),
                        Measure.of(MIN, "weather")));

        assertThat(rows.rows().getFirst())
                .containsExactly(
                        6L,
                        2.0,
                        1.0,
                        4L,
                        3L,
                        2L,
                        LocalDate.of(2011, 12, 31),
                        Instant.parse("2012-04-09T23:59:59.500Z"),
                        "Rain 100%");
    }

    @ParameterizedTest
    @EnumSource(AggregateFunction.class)
    void promisesTheTypesThatTheEngineGives(AggregateFunction function) {
        for (Column column : WEATHER.columns()) {
            if (function.takes(column.type())) {
                var compiled = compile(query().measuring(Measure.of(function, column.name())));

                // What CleanDecimals needs stands at the end.
                assertThat(columns(compiled)).startsWith(compiled.columns().toArray(Column[]::new));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Grain.class)
    void promisesTheTypesOfPeriods(Grain grain) {
        for (Column column : WEATHER.columns()) {
            if (grain.takes(column.type())) {
                var compiled = compile(query().by(Dimension.of(column.name(), grain)));

                // What CleanDecimals needs stands at the end.
                assertThat(columns(compiled)).startsWith(compiled.columns().toArray(Column[]::new));
            }
        }
    }

    @Test
    void ordersBySizeWithMissingLastUnlessThereIsATimeAxis() {
        var bySize = run(query().measuring(Measure.of(SUM, "temp")).by(Dimension.of("weather")));
        var byTime = run(query().measuring(Measure.of(SUM, "temp")).by(Dimension.of("date", Grain.YEAR)));

        assertThat(bySize.rows()).extracting(List::getFirst).containsExactly("Rain 100%", "rain", "sun", null);
        assertThat(byTime.rows()).extracting(List::getLast).containsExactly(1L, 5L);
    }

    @Test
    void ordersAsAsked() {
        var rows = run(query().measuring(Measure.of(SUM, "temp").as("warmth"))
                .by(Dimension.of("weather"))
                .orderedBy(OrderBy.ascending("warmth")));

        assertThat(rows.rows()).extracting(List::getFirst).containsExactly("sun", "rain", "Rain 100%", null);
    }

    @Test
    void tellsWhetherThereIsMore() {
        assertThat(run(query().limitedTo(3)).truncated()).isTrue();
        assertThat(run(query().limitedTo(3)).rows()).hasSize(3);
        assertThat(run(query().limitedTo(4)).truncated()).isFalse();
    }

    @Test
    void groupsByTheColumnAndNotByAnAliasOfItsName() {
        var rows = run(query().measuring(Measure.of(SUM, "temp").as("weather"))
                .by(new Dimension("weather", null, null, "temp"))
                .where(Filter.of("temp", LESS_THAN, "12")));

        assertThat(rows.rows()).containsExactly(List.of("rain", 1L), List.of("sun", -7L));
    }

    @Test
    void givesAllColumnsInTheOrderOfTheFileWhenNothingIsNamed() {
        var compiled = compile(query());

        assertThat(compiled.columns()).isEqualTo(WEATHER.columns());
        assertThat(run(query()).rows()).extracting(List::getFirst).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void takesAColumnNamedAsAFunctionForAColumn() {
        var table = TABLES.create("people", "SELECT 'ada' AS \"USER\", 1 AS \"CURRENT_DATE\"");

        var shown = compile(table, query()).shownSql();

        assertThat(shown).contains("\"USER\"").contains("\"CURRENT_DATE\"");
    }

    @Test
    void countsTheRowsOfAPlan() {
        var plan = QueryChecker.plan(
                WEATHER, query().measuring(Measure.rows()).by(Dimension.of("date", Grain.YEAR)), RowLimit.OF_RESULTS);

        var compiled = new QueryCompiler(DuckDbDialect.INSTANCE).compileCount(WEATHER, plan);

        assertThat(run(WEATHER, compiled, 1).rows()).containsExactly(List.of(2L));
    }

    private static Query query() {
        return Query.of(new UUID(1, 1), "Seattle weather");
    }

    private static FilterOperator operator(String wireName) {
        return Arrays.stream(FilterOperator.values())
                .filter(operator -> operator.wireName().equals(wireName))
                .findFirst()
                .orElseThrow();
    }

    private static CompiledQuery compile(Query query) {
        return compile(WEATHER, query);
    }

    private static CompiledQuery compile(StoredTable table, Query query) {
        return new QueryCompiler(DuckDbDialect.INSTANCE)
                .compile(table, QueryChecker.plan(table, query, RowLimit.OF_RESULTS));
    }

    private static Rows run(Query query) {
        return run(WEATHER, query);
    }

    private static Rows run(StoredTable table, Query query) {
        return run(table, compile(table, query), query.limit() == null ? Query.DEFAULT_LIMIT : query.limit());
    }

    private static Rows run(StoredTable table, CompiledQuery compiled, int limit) {
        return TABLES.query(
                compiled.sql(),
                compiled.values(),
                List.of(table),
                Duration.ofSeconds(30),
                new RowCollector(limit, 1_000_000, bytes -> {}));
    }

    /** The result's columns as the engine tells them. */
    private static List<Column> columns(CompiledQuery compiled) {
        return TABLES.query(
                compiled.sql(), compiled.values(), List.of(WEATHER), Duration.ofSeconds(30), new RowReader<>() {
                    private List<Column> columns = List.of();

                    @Override
                    public void columns(List<Column> columns) {
                        this.columns = columns;
                    }

                    @Override
                    public boolean row(@Nullable Object[] values) {
                        return false;
                    }

                    @Override
                    public List<Column> finish() {
                        return columns;
                    }
                });
    }
}
