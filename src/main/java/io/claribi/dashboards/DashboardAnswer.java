package io.claribi.dashboards;

import io.claribi.query.QueryResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of a whole dashboard. */
public record DashboardAnswer(List<WidgetAnswer> widgets, List<FilterAnswer> filters) {

    /**
     * A widget's data, or why there is none.
     *
     * @param comparison a metric's result over the period before
     */
    public record WidgetAnswer(
            String id,
            @Nullable QueryResult result,
            @Nullable QueryResult trend,
            @Nullable QueryResult comparison,
            @Nullable WidgetError error) {}

    public record WidgetError(String code, String detail) {}

    /** What a filter offers: values with their counts, or the first and last day. */
    public record FilterAnswer(
            String id,
            @Nullable List<ValueCount> values,
            @Nullable String min,
            @Nullable String max) {}

    /**
     * @param value absent for the missing value
     */
    public record ValueCount(@Nullable String value, long count) {}
}
