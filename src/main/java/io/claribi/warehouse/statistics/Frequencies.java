package io.claribi.warehouse.statistics;

import io.claribi.warehouse.Column;
import io.claribi.warehouse.ColumnStatistics.ValueCount;
import io.claribi.warehouse.ColumnType;
import io.claribi.warehouse.duckdb.Duck;
import io.claribi.warehouse.duckdb.Sql;
import java.sql.SQLException;
import java.util.List;

/**
 * How often a column's values occur.
 *
 * @param distinct how many there are, 0 when not counted
 * @param top the most frequent ones; none of a number with so many values that it is an amount or a key
 */
record Frequencies(long distinct, List<ValueCount> top) {
    static final Frequencies NONE = new Frequencies(0, List.of());
    private static final long MOST_NUMBERS = 1_000;

    static Frequencies of(Duck duck, String relation, Column column, int top) throws SQLException {
        List<Group> groups = duck.list(
                """
                SELECT %s, frequency, count(*) OVER ()
                FROM (SELECT %s AS value, count(*) AS frequency FROM %s GROUP BY ALL)
                WHERE value IS NOT NULL
                ORDER BY frequency DESC, value
                LIMIT %d""".formatted(WireText.of(column, "value"), Sql.identifier(column.name()), relation, top),
                row -> new Group(new ValueCount(row.getString(1), row.getLong(2)), row.getLong(3)));
        long distinct = groups.getFirst().distinct;
        boolean shown = column.type() != ColumnType.INTEGER || distinct <= MOST_NUMBERS;
        return new Frequencies(
                distinct, shown ? groups.stream().map(Group::value).toList() : List.of());
    }

    private record Group(ValueCount value, long distinct) {}
}
