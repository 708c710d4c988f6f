package io.claribi.warehouse.statistics;

import io.claribi.warehouse.ColumnStatistics;
import java.util.List;

/**
 * What is known of a table's values.
 *
 * @param longestRow how many bytes the texts of a row take at most, in UTF-8: the longest of each column added up
 */
public record Profile(List<ColumnStatistics> columns, long longestRow) {
    public Profile {
        columns = List.copyOf(columns);
    }
}
