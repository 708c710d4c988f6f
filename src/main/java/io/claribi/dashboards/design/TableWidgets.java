package io.claribi.dashboards.design;

import io.claribi.dashboards.WidgetOptions;
import io.claribi.dashboards.WidgetType;
import io.claribi.dashboards.design.Board.Draft;
import io.claribi.query.AggregateFunction;
import io.claribi.query.Dimension;
import io.claribi.query.Filter;
import io.claribi.query.FilterOperator;
import io.claribi.query.Measure;
import io.claribi.query.OrderBy;
import io.claribi.query.Query;
import io.claribi.warehouse.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The widgets that one table is worth. */
final class TableWidgets {
    private static final int MOST_METRICS = 5;
    private static final int MOST_BARS = 3;
    private static final int TOP = 10;
    private static final int TABLE_COLUMNS = 8;
    private static final int TABLE_ROWS = 50;
    private static final double TELLING_MEASURE = 3;

    private final TableReading reading;
    private final Query all;

    TableWidgets(UUID dataSourceId, TableReading reading) {
        this.reading = reading;
        this.all = Query.of(dataSourceId, reading.table().name());
    }

    /** Three to five figures, where the table has that many to tell. */
    List<Draft> metrics() {
        List<ChartedMeasure> measures = reading.measures().stream()
                .filter(column -> Telling.asMeasure(column) >= TELLING_MEASURE)
                .map(ChartedMeasure::of)
                .toList();
        List<ChartedMeasure> things = things();
        Optional<Draft> span = span();
        var figures = new ArrayList<ChartedMeasure>();
        measures.stream().limit(2).forEach(figures::add);
        figures.add(ChartedMeasure.ROWS);
        int places = MOST_METRICS - (int) span.stream().count();
        Stream.concat(
                        things.stream().limit(1),
                        Stream.concat(measures.stream().skip(2), things.stream().skip(1)))
                .limit(Math.max(0, places - figures.size()))
                .forEach(figures::add);
        var drafts = new ArrayList<Draft>();
        figures.forEach(figure -> drafts.add(metric(figure)));
        span.ifPresent(drafts::add);
        return drafts;
    }

    Draft mainMetric() {
        return metric(main());
    }

    /** The main number over time. */
    Optional<Draft> series() {
        return reading.time()
                .map(axis -> series(main(), axis))
                .or(() -> reading.year().map(this::yearly));
    }

    /** The next number over time. */
    Optional<Draft> secondSeries() {
        return reading.time()
                .flatMap(axis -> reading.measures().stream()
                        .skip(1)
                        .findFirst()
                        .map(column -> series(ChartedMeasure.of(column), axis)));
    }

    private Draft series(ChartedMeasure measure, TimeAxis axis) {
        return new Draft(
                WidgetType.LINE,
                "%s by %s".formatted(measure.charted(), axis.grain().wireName()),
                null,
                overTime(measure, axis),
                null,
                measure.options().withIncompleteLast(axis.incompleteLast()));
    }

    private Draft yearly(ReadColumn year) {
        return new Draft(
                WidgetType.LINE,
                "%s by %s"
                        .formatted(main().charted(), Words.shortened(year.name().label())),
                null,
                all.measuring(main().measure())
                        .by(Dimension.of(year.field()))
                        .where(Filter.of(year.field(), FilterOperator.IS_NOT_NULL))
                        .orderedBy(OrderBy.ascending(year.field())),
                null,
                main().options());
    }

    /** The main number by the most telling categories. */
    List<Draft> bars() {
        List<Draft> bars =
                reading.categories().stream().limit(MOST_BARS).map(this::bar).toList();
        if (!bars.isEmpty()) {
            return bars;
        }
        // Better the greatest of many groups than none at all.
        return reading.columns().stream()
                .filter(column -> column.is(ColumnRole.TEXT) && isRepeatedThing(column))
                .min(Comparator.comparingLong(column -> column.statistics().distinct()))
                .map(this::greatest)
                .stream()
                .toList();
    }

    private Draft bar(ReadColumn category) {
        boolean few = category.statistics().distinct() <= TOP;
        if (!few && !main().addsUp()) {
            // Averages of the others don't add up to one, so that the others are left out.
            return greatest(category);
        }
        return bar(
                category,
                null,
                by(category),
                few ? main().options() : main().options().withTopN(TOP));
    }

    private Draft greatest(ReadColumn category) {
        String subtitle = "Top %d of %,d".formatted(TOP, category.statistics().distinct());
        return bar(category, subtitle, by(category).limitedTo(TOP), main().options());
    }

    private Query by(ReadColumn category) {
        return all.measuring(main().measure()).by(Dimension.of(category.field()));
    }

    private Draft bar(ReadColumn category, @Nullable String subtitle, Query query, WidgetOptions options) {
        String title = "%s by %s"
                .formatted(main().charted(), Words.shortened(category.name().label()));
        return new Draft(WidgetType.BAR, title, subtitle, query, null, options);
    }

    /** How the values of the main number are spread out. */
    Optional<Draft> histogram() {
        return reading.main()
                .flatMap(column -> Distribution.of(column.statistics()).map(spread -> histogram(column, spread)));
    }

    private Draft histogram(ReadColumn column, Distribution spread) {
        var filters = new ArrayList<Filter>();
        filters.add(Filter.of(column.field(), FilterOperator.IS_NOT_NULL));
        String subtitle = null;
        if (spread.upTo() != null) {
            String upTo = spread.upTo().stripTrailingZeros().toPlainString();
            filters.add(Filter.of(column.field(), FilterOperator.LESS_THAN, upTo));
            subtitle = "Below %s; a few are higher".formatted(Words.figure(spread.upTo()));
        }
        return new Draft(
                WidgetType.HISTOGRAM,
                "Distribution of " + Words.shortened(column.name().label()),
                subtitle,
                all.measuring(Measure.rows())
                        .by(Dimension.of(column.field(), spread.binWidth()))
                        .where(filters),
                null,
                ChartedMeasure.of(column).options());
    }

    /** The latest rows, or where there is no time the first ones. */
    Draft table() {
        Optional<String> order = reading.time()
                .map(axis -> axis.column().field())
                .or(() -> reading.year().map(ReadColumn::field));
        Query rows = all.by(tableColumns().map(Dimension::of).toArray(Dimension[]::new))
                .limitedTo(TABLE_ROWS);
        return new Draft(
                WidgetType.TABLE,
                order.isPresent() ? "Latest rows" : "First rows",
                null,
                order.map(field -> rows.orderedBy(OrderBy.descending(field))).orElse(rows),
                null,
                WidgetOptions.USUAL);
    }

    /** What tells one row from another, in the order of the file. */
    private Stream<String> tableColumns() {
        List<ReadColumn> chosen = Stream.of(
                        reading.time().map(TimeAxis::column).stream(),
                        reading.year().stream(),
                        reading.columns().stream().filter(this::isName).limit(2),
                        reading.categories().stream().limit(3),
                        reading.measures().stream(),
                        reading.columns().stream().filter(column -> !column.is(ColumnRole.TEXT)),
                        reading.columns().stream())
                .flatMap(columns -> columns)
                .distinct()
                .limit(TABLE_COLUMNS)
                .toList();
        return reading.columns().stream().filter(chosen::contains).map(ReadColumn::field);
    }

    private boolean isName(ReadColumn column) {
        Double length = column.statistics().meanLength();
        return (column.is(ColumnRole.IDENTIFIER) || column.is(ColumnRole.TEXT)) && length != null && length <= 40;
    }

    private ChartedMeasure main() {
        return reading.main().map(ChartedMeasure::of).orElse(ChartedMeasure.ROWS);
    }

    private Draft metric(ChartedMeasure figure) {
        Query trend = reading.time().map(axis -> overTime(figure, axis)).orElse(null);
        boolean incomplete =
                trend != null && reading.time().map(TimeAxis::incompleteLast).orElse(false);
        return new Draft(
                WidgetType.METRIC,
                figure.alone(),
                null,
                all.measuring(figure.measure()),
                trend,
                figure.options().withIncompleteLast(incomplete));
    }

    /** From when to when. */
    private Optional<Draft> span() {
        return reading.time()
                .map(axis -> new Draft(
                        WidgetType.METRIC,
                        "Period",
                        null,
                        all.measuring(
                                Measure.of(AggregateFunction.MIN, axis.column().field())
                                        .as("from"),
                                Measure.of(AggregateFunction.MAX, axis.column().field())
                                        .as("to")),
                        null,
                        WidgetOptions.USUAL));
    }

    /** Counts of different things that come up time and again: customers, products. */
    private List<ChartedMeasure> things() {
        return reading.columns().stream()
                .filter(column -> column.is(ColumnRole.IDENTIFIER) || column.is(ColumnRole.TEXT))
                .filter(this::isRepeatedThing)
                .map(ChartedMeasure::ofDistinct)
                .toList();
    }

    private boolean isRepeatedThing(ReadColumn column) {
        Double length = column.statistics().meanLength();
        return column.statistics().distinct() <= 0.8 * column.statistics().count()
                && column.coverage() >= 0.7
                && (length == null || length <= 40)
                && column.statistics().type() != ColumnType.TIME
                && !Words.withoutIdentifier(column.name()).isEmpty()
                && !column.name().has(Vocabulary.ADDRESS)
                && !column.name().has(Vocabulary.MOMENT);
    }

    /** Rows without a day stand in no period. */
    private Query overTime(ChartedMeasure figure, TimeAxis axis) {
        Query query = all.measuring(figure.measure()).by(axis.dimension());
        return axis.column().statistics().nulls() == 0
                ? query
                : query.where(Filter.of(axis.column().field(), FilterOperator.IS_NOT_NULL));
    }
}
