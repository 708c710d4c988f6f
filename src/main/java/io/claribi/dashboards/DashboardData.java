package io.claribi.dashboards;

import io.claribi.dashboards.DashboardAnswer.WidgetAnswer;
import io.claribi.dashboards.DashboardAnswer.WidgetError;
import io.claribi.kernel.AppException;
import io.claribi.query.AggregateFunction;
import io.claribi.query.Query;
import io.claribi.query.QueryResult;
import io.claribi.query.QueryTables;
import io.claribi.query.QueryTarget;
import io.claribi.warehouse.ColumnType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers all widgets of a dashboard at once. */
@Component
public class DashboardData {
    private static final Logger LOG = LoggerFactory.getLogger(DashboardData.class);

    private final QueryTables tables;
    private final FilterOffers offers;
    private final QueryBatch batch;

    DashboardData(QueryTables tables, FilterOffers offers, QueryBatch batch) {
        this.tables = tables;
        this.offers = offers;
        this.batch = batch;
    }

    /**
     * The data of every widget. A widget that fails says so and leaves the others alone.
     *
     * @param filters {@code <filter>:<value>} parameters
     * @throws AppException INVALID_FILTER with all that is wrong with the parameters
     */
    public DashboardAnswer answer(DashboardContent dashboard, List<String> filters) {
        var chosen = FilterValues.parse(dashboard.filters(), filters);
        var targets = new Targets(tables);
        List<Asked> asked = dashboard.widgets().stream()
                .map(widget -> ask(widget, targets, chosen))
                .toList();
        var answers = batch.run(
                asked.stream().flatMap(widget -> widget.questions().stream()).toList());
        return new DashboardAnswer(
                asked.stream().map(widget -> answer(widget, answers)).toList(), offers.of(dashboard));
    }

    private static Asked ask(Widget widget, Targets targets, FilterValues chosen) {
        Optional<QueryTarget> found = targets.find(widget.query());
        if (found.isEmpty()) {
            return new Asked(widget, null, null, null);
        }
        QueryTarget target = found.get();
        var result = new QueryBatch.Question(target, chosen.apply(widget.query(), target.table()));
        var trend = Optional.ofNullable(widget.trend())
                .flatMap(query -> targets.find(query)
                        .map(over -> new QueryBatch.Question(over, chosen.apply(query, over.table()))));
        var comparison = Optional.of(widget)
                .filter(metric -> isComparable(metric, target))
                .flatMap(metric -> chosen.applyBefore(metric.query(), target.table()))
                .map(query -> new QueryBatch.Question(target, query));
        return new Asked(widget, result, trend.orElse(null), comparison.orElse(null));
    }

    /** A number; the first and last day of a period say nothing about the one before. */
    private static boolean isComparable(Widget widget, QueryTarget target) {
        return widget.type() == WidgetType.METRIC
                && widget.query().measures().stream()
                        .noneMatch(measure -> measure.field() != null
                                && target.table()
                                        .find(measure.field())
                                        .filter(column -> isOfNumbers(measure.function(), column.type()))
                                        .isEmpty());
    }

    private static boolean isOfNumbers(AggregateFunction function, ColumnType type) {
        return switch (function) {
            case SUM, AVERAGE, MEDIAN, COUNT, DISTINCT_COUNT -> true;
            case MIN, MAX -> type.isNumeric();
        };
    }

    private static WidgetAnswer answer(Asked asked, Map<QueryBatch.Question, QueryBatch.Outcome> answers) {
        String id = asked.widget().id();
        if (asked.result() == null) {
            String table = asked.widget().query().table();
            return new WidgetAnswer(
                    id,
                    null,
                    null,
                    null,
                    error(new AppException(
                            DashboardError.TABLE_NOT_FOUND, "The table %s is no longer there.".formatted(table))));
        }
        QueryBatch.Outcome outcome = Objects.requireNonNull(answers.get(asked.result()));
        if (outcome.failure() != null) {
            return new WidgetAnswer(id, null, null, null, error(outcome.failure()));
        }
        return new WidgetAnswer(
                id, outcome.result(), result(asked.trend(), answers), result(asked.comparison(), answers), null);
    }

    private static WidgetError error(RuntimeException failure) {
        if (failure instanceof AppException known) {
            return new WidgetError(known.code().name(), known.message());
        }
        LOG.error("A widget failed", failure);
        return new WidgetError(
                DashboardError.WIDGET_FAILED.name(), "This could not be computed. Try again in a moment.");
    }

    /** What only accompanies a result is left out when it fails. */
    private static @Nullable QueryResult result(
            QueryBatch.@Nullable Question question, Map<QueryBatch.Question, QueryBatch.Outcome> answers) {
        return question == null
                ? null
                : Objects.requireNonNull(answers.get(question)).result();
    }

    /** What a widget needs to know; no result if its table is gone. */
    private record Asked(
            Widget widget,
            QueryBatch.@Nullable Question result,
            QueryBatch.@Nullable Question trend,
            QueryBatch.@Nullable Question comparison) {
        List<QueryBatch.Question> questions() {
            return Stream.of(Optional.ofNullable(result), Optional.ofNullable(trend), Optional.ofNullable(comparison))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** Tables as found at this moment, each looked for once. */
    private static final class Targets {
        private final QueryTables tables;
        private final Map<Name, Optional<QueryTarget>> found = new HashMap<>();

        Targets(QueryTables tables) {
            this.tables = tables;
        }

        Optional<QueryTarget> find(Query query) {
            return found.computeIfAbsent(
                    new Name(query.dataSourceId(), query.table()),
                    name -> tables.find(name.dataSourceId(), name.table()));
        }

        private record Name(UUID dataSourceId, String table) {}
    }
}
