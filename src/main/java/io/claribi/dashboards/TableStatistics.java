package io.claribi.dashboards;

import io.claribi.warehouse.ColumnStatistics;
import java.util.Optional;
import java.util.UUID;

/** What is known of the columns of the current organization's tables. */
@FunctionalInterface
public interface TableStatistics {
    Optional<ColumnStatistics> find(UUID dataSourceId, String table, String column);
}
