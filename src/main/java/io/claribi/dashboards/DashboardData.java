package io.claribi.dashboards;

import io.claribi.dashboards.DashboardAnswer.Asked;
import io.claribi.kernel.AppException;
import io.claribi.query.AggregateFunction;
import io.claribi.query.Query;
import io.claribi.query.QueryTables;
import io.claribi.query.QueryTarget;
import io.claribi.warehouse.ColumnType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers all widgets of a dashboard at once. */
@Component
class DashboardData {
    private final QueryTables tables;
    private final FilterOffers offers;
    private final QueryBatch batch;

    DashboardData(QueryTables tables, FilterOffers offers, QueryBatch batch) {
        this.tables = tables;
        this.offers = offers;
        this.batch = batch;
    }

    /**
     * The data of every widget, to be given out.
     *
     * @param filters {@code <filter>:<value>} parameters
     * @throws AppException INVALID_FILTER with all that is wrong with the parameters
     */
    DashboardAnswer answer(DashboardContent dashboard, List<String> filters) {
        var chosen = FilterValues.parse(dashboard.filters(), filters);
        var targets = new Targets(tables);
        List<Asked> asked = dashboard.widgets().stream()
                .map(widget -> ask(widget, targets, chosen))
                .toList();
        return new DashboardAnswer(asked, offers.of(dashboard, targets), batch);
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

    /** Tables as found at this moment, each looked for once. */
    private static final class Targets implements QueryTables {
        private final QueryTables tables;
        private final Map<Name, Optional<QueryTarget>> found = new HashMap<>();

        Targets(QueryTables tables) {
            this.tables = tables;
        }

        Optional<QueryTarget> find(Query query) {
            return find(query.dataSourceId(), query.table());
        }

        @Override
        public Optional<QueryTarget> find(UUID dataSourceId, String table) {
            return found.computeIfAbsent(
                    new Name(dataSourceId, table), name -> tables.find(name.dataSourceId(), name.table()));
        }

        private record Name(UUID dataSourceId, String table) {}
    }
}
