package io.claribi.warehouse;

import java.util.List;
import java.util.Optional;

/**
 * A table that is in an organization's folder and can be queried.
 *
 * @param longestRow how many bytes the texts of a row take at most, in UTF-8: the longest of each column added up
 */
public record StoredTable(TableVersionId version, String name, long rows, List<Column> columns, long longestRow) {
    public StoredTable {
        columns = List.copyOf(columns);
    }

    public Optional<Column> find(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }
}
