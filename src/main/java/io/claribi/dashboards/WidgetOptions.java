package io.claribi.dashboards;

import org.jspecify.annotations.Nullable;

/**
 * How a widget is drawn, where it is not as usual.
 *
 * @param unit what the numbers are of: a currency's code, {@code %}, {@code km}
 * @param stacked whether series stand on one another
 * @param topN how many categories are drawn; the others are added up to one
 * @param incompleteLast whether the last period had not ended when the data did
 */
public record WidgetOptions(
        @Nullable ValueFormat format,
        @Nullable String unit,
        @Nullable Boolean stacked,
        @Nullable Integer topN,
        @Nullable Boolean incompleteLast) {
    public static final WidgetOptions USUAL = new WidgetOptions(null, null, null, null, null);

    public static WidgetOptions of(@Nullable ValueFormat format, @Nullable String unit) {
        return new WidgetOptions(format, unit, null, null, null);
    }

    public WidgetOptions withTopN(int topN) {
        return new WidgetOptions(format, unit, stacked, topN, incompleteLast);
    }

    public WidgetOptions withIncompleteLast(boolean incomplete) {
        return new WidgetOptions(format, unit, stacked, topN, incomplete ? true : null);
    }
}
