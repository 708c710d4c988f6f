package io.claribi.dashboards;

import io.claribi.dashboards.DashboardAnswer.FilterAnswer;
import io.claribi.dashboards.DashboardAnswer.ValueCount;
import io.claribi.query.QueryTables;
import io.claribi.warehouse.ColumnStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the filters of a dashboard offer to choose from, by the statistics of their tables. */
@Component
class FilterOffers {
    private final TableStatistics statistics;

    FilterOffers(TableStatistics statistics) {
        this.statistics = statistics;
    }

    List<FilterAnswer> of(DashboardContent dashboard, QueryTables tables) {
        return dashboard.filters().stream()
                .map(filter -> column(dashboard, filter, tables)
                        .map(column -> offer(filter, column))
                        .orElseGet(() -> new FilterAnswer(filter.id(), null, null, null, null)))
                .toList();
    }

    private Optional<ColumnStatistics> column(DashboardContent dashboard, DashboardFilter filter, QueryTables tables) {
        return source(dashboard, filter)
                .flatMap(source -> tables.find(source, filter.table()))
                .flatMap(target -> statistics.find(target.table().version(), filter.field()));
    }

    /** A filter names its table only; the source is that of a widget on it, or the dashboard's own. */
    private static Optional<UUID> source(DashboardContent dashboard, DashboardFilter filter) {
        return dashboard.widgets().stream()
                .filter(widget -> widget.query().table().equals(filter.table()))
                .map(widget -> widget.query().dataSourceId())
                .findFirst()
                .or(() -> Optional.ofNullable(dashboard.dataSourceId()));
    }

    private static FilterAnswer offer(DashboardFilter filter, ColumnStatistics column) {
        return switch (filter.kind()) {
            case DATE_RANGE -> new FilterAnswer(filter.id(), column.type(), null, column.min(), column.max());
            case CATEGORY -> new FilterAnswer(filter.id(), column.type(), values(column), null, null);
        };
    }

    private static List<ValueCount> values(ColumnStatistics column) {
        var values = new ArrayList<ValueCount>();
        column.top().forEach(top -> values.add(new ValueCount(top.value(), top.count())));
        if (column.nulls() > 0) {
            values.add(new ValueCount(null, column.nulls()));
        }
        return values;
    }
}
