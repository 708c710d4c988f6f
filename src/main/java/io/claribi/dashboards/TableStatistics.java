package io.claribi.dashboards;

import io.claribi.warehouse.ColumnStatistics;
import java.util.List;
import java.util.UUID;

/** What is known of the columns of the current organization's tables. */
public interface TableStatistics {
    /** A table's columns; empty if nothing is known. */
    List<ColumnStatistics> list(UUID dataSourceId, String table);
}
