package io.claribi.warehouse.statistics;

import io.claribi.warehouse.Column;
import io.claribi.warehouse.ColumnType;
import io.claribi.warehouse.duckdb.Duck;
import io.claribi.warehouse.duckdb.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What aggregates tell of a column.
 *
 * @param low the least value of a number, 0 for others
 * @param high the greatest value of a number, 0 for others
 * @param longest how many bytes the longest text has in UTF-8, 0 for others
 */
record Summary(
        long count,
        long distinct,
        @Nullable String min,
        @Nullable String max,
        double low,
        double high,
        @Nullable Double mean,
        @Nullable Double deviation,
        @Nullable Double meanLength,
        long longest) {
    private static final int AGGREGATES = 10;

    static List<Summary> of(Duck duck, String relation, List<Column> columns, boolean exact) throws SQLException {
        String aggregates =
                columns.stream().map(column -> aggregates(column, exact)).collect(Collectors.joining(",\n"));
        return duck.list("SELECT %s FROM %s".formatted(aggregates, relation), row -> {
                    var summaries = new ArrayList<Summary>();
                    for (int i = 0; i < columns.size(); i++) {
                        summaries.add(read(row, 1 + i * AGGREGATES));
                    }
                    return summaries;
                })
                .getFirst();
    }

    private static String aggregates(Column column, boolean exact) {
        String value = Sql.identifier(column.name());
        boolean number = column.type().isNumeric();
        return String.join(
                ", ",
                "count(%s)".formatted(value),
                (exact ? "count(DISTINCT %s)" : "approx_count_distinct(%s)").formatted(value),
                WireText.of(column, "min(%s)".formatted(value)),
                WireText.of(column, "max(%s)".formatted(value)),
                number ? "CAST(min(%s) AS DOUBLE)".formatted(value) : "0",
                number ? "CAST(max(%s) AS DOUBLE)".formatted(value) : "0",
                number ? moment("avg", value) : "NULL",
                number ? moment("stddev_samp", value) : "NULL",
                column.type() == ColumnType.TEXT ? "avg(length(%s))".formatted(value) : "NULL",
                column.type() == ColumnType.TEXT ? "max(strlen(%s))".formatted(value) : "0");
    }

    /** Sums of squares beyond these would be infinite, which DuckDB makes an error of the whole statement. */
    private static String moment(String function, String value) {
        return "%1$s(CAST(%2$s AS DOUBLE)) FILTER (WHERE abs(CAST(%2$s AS DOUBLE)) < 1e140)".formatted(function, value);
    }

    private static Summary read(ResultSet row, int from) throws SQLException {
        return new Summary(
                row.getLong(from),
                row.getLong(from + 1),
                row.getString(from + 2),
                row.getString(from + 3),
                row.getDouble(from + 4),
                row.getDouble(from + 5),
                number(row, from + 6),
                number(row, from + 7),
                number(row, from + 8),
                row.getLong(from + 9));
    }

    private static @Nullable Double number(ResultSet row, int i) throws SQLException {
        double value = row.getDouble(i);
        return row.wasNull() ? null : (Double) value;
    }
}
