package io.claribi.dashboards.design;

import io.claribi.warehouse.ColumnStatistics;
import java.util.List;

/** A table of a source and what is known of its columns. */
public record ProfiledTable(String name, long rows, List<ColumnStatistics> columns) {
    public ProfiledTable {
        columns = List.copyOf(columns);
    }
}
