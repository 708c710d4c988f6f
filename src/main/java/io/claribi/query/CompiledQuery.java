package io.claribi.query;

import io.claribi.warehouse.Column;
import java.util.List;

/**
 * A query as an engine takes it.
 *
 * @param sql with a {@code ?} for each value
 * @param shownSql the same for people: the table by its name, the values as literals; never run
 */
record CompiledQuery(String sql, List<Object> values, List<Column> columns, String shownSql) {
    CompiledQuery {
        values = List.copyOf(values);
        columns = List.copyOf(columns);
    }
}
