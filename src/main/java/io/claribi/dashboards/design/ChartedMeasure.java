package io.claribi.dashboards.design;

import io.claribi.dashboards.ValueFormat;
import io.claribi.dashboards.WidgetOptions;
import io.claribi.query.AggregateFunction;
import io.claribi.query.Measure;

/**
 * A measure and how it is called.
 *
 * @param alone its name as a figure by itself: {@code Total revenue}
 * @param charted its name before a "by": {@code Revenue}
 */
record ChartedMeasure(Measure measure, String alone, String charted, WidgetOptions options) {
    static final ChartedMeasure ROWS =
            new ChartedMeasure(Measure.rows(), "Rows", "Rows", WidgetOptions.of(ValueFormat.NUMBER, null));

    static ChartedMeasure of(ReadColumn column) {
        var measure = Measure.of(column.kind().function(), column.field());
        String label = Words.shortened(column.name().label());
        if (column.kind().function() == AggregateFunction.SUM) {
            return new ChartedMeasure(
                    measure, Words.prefixed("total", label, "number of"), Words.capitalized(label), options(column));
        }
        String average = Words.prefixed("average", label, "mean", "median");
        return new ChartedMeasure(measure, average, average, options(column));
    }

    /** How many different ones there are. */
    static ChartedMeasure ofDistinct(ReadColumn column) {
        String things = Words.plural(Words.withoutIdentifier(column.name()));
        String title = "Different " + Words.shortened(things);
        return new ChartedMeasure(
                Measure.of(AggregateFunction.DISTINCT_COUNT, column.field()),
                title,
                title,
                WidgetOptions.of(ValueFormat.NUMBER, null));
    }

    boolean addsUp() {
        return measure.function() == AggregateFunction.SUM || measure.function() == AggregateFunction.COUNT;
    }

    private static WidgetOptions options(ReadColumn column) {
        if (column.kind().isMoney()) {
            return WidgetOptions.of(ValueFormat.CURRENCY, column.currency());
        }
        if (column.kind() == MeasureKind.SHARE) {
            return isFraction(column)
                    ? WidgetOptions.of(ValueFormat.PERCENT, null)
                    : WidgetOptions.of(
                            ValueFormat.NUMBER,
                            isInPercent(column) ? "%" : column.name().unit());
        }
        return WidgetOptions.of(ValueFormat.NUMBER, column.name().unit());
    }

    private static boolean isFraction(ReadColumn column) {
        Double least = ColumnReader.number(column.statistics().min());
        Double greatest = ColumnReader.number(column.statistics().max());
        return least != null && greatest != null && least >= -1 && greatest <= 1;
    }

    private static boolean isInPercent(ReadColumn column) {
        return column.name().has(Vocabulary.PERCENT) || "%".equals(column.name().unit());
    }
}
