package io.claribi.dashboards;

import io.claribi.warehouse.ColumnStatistics;
import io.claribi.warehouse.TableVersionId;
import java.util.Optional;

/** What is known of the columns of the current organization's tables. */
@FunctionalInterface
public interface TableStatistics {
    Optional<ColumnStatistics> find(TableVersionId table, String column);
}
