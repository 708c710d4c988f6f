package io.claribi.dashboards;

import io.claribi.dashboards.QueryBatch.Outcome;
import io.claribi.dashboards.QueryBatch.Question;
import io.claribi.kernel.AppException;
import io.claribi.query.QueryResult;
import io.claribi.warehouse.ColumnType;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data of a whole dashboard, computed while it is given out, so that memory holds only a few results at a time. */
public final class DashboardAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(DashboardAnswer.class);

    private final List<Asked> widgets;
    private final List<FilterAnswer> filters;
    private final QueryBatch batch;

    DashboardAnswer(List<Asked> widgets, List<FilterAnswer> filters, QueryBatch batch) {
        this.widgets = List.copyOf(widgets);
        this.filters = List.copyOf(filters);
        this.batch = batch;
    }

    public List<FilterAnswer> filters() {
        return filters;
    }

    /**
     * Gives out the data of each widget in the order of the dashboard. One that fails says so and leaves the others alone.
     * A result is the taker's only until it returns.
     */
    public void forEachWidget(Consumer<WidgetAnswer> taker) {
        var questions =
                widgets.stream().flatMap(widget -> widget.questions().stream()).toList();
        try (var run = batch.begin(questions)) {
            for (Asked asked : widgets) {
                taker.accept(answer(asked, run));
                asked.questions().forEach(run::giveBack);
            }
        }
    }

    private static WidgetAnswer answer(Asked asked, BatchRun run) {
        String id = asked.widget().id();
        if (asked.result() == null) {
            String table = asked.widget().query().table();
            return WidgetAnswer.failed(
                    id,
                    new AppException(
                            DashboardError.TABLE_NOT_FOUND, "The table %s is no longer there.".formatted(table)));
        }
        Outcome outcome = run.take(asked.result());
        QueryResult trend = result(asked.trend(), run);
        QueryResult comparison = result(asked.comparison(), run);
        if (outcome.failure() != null) {
            return WidgetAnswer.failed(id, told(outcome.failure()));
        }
        return new WidgetAnswer(id, outcome.result(), trend, comparison, null);
    }

    private static AppException told(RuntimeException failure) {
        if (failure instanceof AppException told) {
            return told;
        }
        LOG.error("A widget failed", failure);
        return new AppException(DashboardError.WIDGET_FAILED, "This could not be computed. Try again in a moment.");
    }

    /** What only accompanies a result is left out when it fails. */
    private static @Nullable QueryResult result(@Nullable Question question, BatchRun run) {
        return question == null ? null : run.take(question).result();
    }

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
            @Nullable WidgetError error) {
        static WidgetAnswer failed(String id, AppException failure) {
            return new WidgetAnswer(
                    id, null, null, null, new WidgetError(failure.code().name(), failure.message()));
        }
    }

    public record WidgetError(String code, String detail) {}

    /**
     * What a filter offers: values with their counts, or the first and last day.
     *
     * @param type of the column; absent if it is gone
     */
    public record FilterAnswer(
            String id,
            @Nullable ColumnType type,
            @Nullable List<ValueCount> values,
            @Nullable String min,
            @Nullable String max) {}

    /**
     * @param value absent for the missing value
     */
    public record ValueCount(@Nullable String value, long count) {}

    /** What a widget needs to know; no result if its table is gone. */
    record Asked(
            Widget widget,
            @Nullable Question result,
            @Nullable Question trend,
            @Nullable Question comparison) {
        List<Question> questions() {
            return Stream.of(Optional.ofNullable(result), Optional.ofNullable(trend), Optional.ofNullable(comparison))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }
}
