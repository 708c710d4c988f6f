package io.claribi.dashboards.design;

import io.claribi.query.DuckDbTables;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.ColumnStatistics;
import io.claribi.warehouse.ColumnStatistics.Bucket;
import io.claribi.warehouse.ColumnStatistics.ValueCount;
import io.claribi.warehouse.ColumnType;
import io.claribi.warehouse.RowReader;
import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.Warehouse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statistics of real tables, exact. */
public final class Profiles {
    private static final int BUCKETS = 20;

    private Profiles() {}

    public static ProfiledTable profile(DuckDbTables tables, StoredTable table) {
        return new ProfiledTable(
                table.name(),
                table.rows(),
                table.columns().stream()
                        .map(column -> of(tables, table, column))
                        .toList());
    }

    private static ColumnStatistics of(DuckDbTables tables, StoredTable table, Column column) {
        String name = '"' + column.name().replace("\"", "\"\"") + '"';
        boolean number = column.type().isNumeric();
        String relation = Warehouse.relation(table);
        @Nullable
        Object[] figures = rows(tables, table, """
                SELECT count(%1$s), count(*) - count(%1$s), count(DISTINCT %1$s), min(%1$s), max(%1$s), %2$s, %3$s
                FROM %4$s
                """.formatted(
                                name,
                                number
                                        ? "avg(%1$s)::DOUBLE, stddev(%1$s) FILTER (WHERE isfinite(%1$s::DOUBLE))"
                                                .formatted(name)
                                        : "NULL, NULL",
                                column.type() == ColumnType.TEXT ? "avg(length(%s))".formatted(name) : "NULL",
                                relation))
                .getFirst();
        var top = rows(tables, table, """
                        SELECT %1$s, count(*) FROM %2$s WHERE %1$s IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 50
                        """.formatted(name, relation)).stream()
                .map(row -> new ValueCount(String.valueOf(row[0]), whole(row[1])))
                .toList();
        return new ColumnStatistics(
                column.name(),
                column.type(),
                whole(figures[0]),
                whole(figures[1]),
                whole(figures[2]),
                text(figures[3]),
                text(figures[4]),
                (Double) figures[5],
                (Double) figures[6],
                (Double) figures[7],
                top,
                number ? histogram(tables, table, name, text(figures[3]), text(figures[4])) : List.of());
    }

    private static List<Bucket> histogram(
            DuckDbTables tables, StoredTable table, String column, @Nullable String least, @Nullable String greatest) {
        Double last = ColumnReader.number(greatest);
        if (least == null || last == null || least.equals(greatest)) {
            return List.of();
        }
        double from = Double.parseDouble(least);
        double width = (last - from) / BUCKETS;
        var counts = new long[BUCKETS];
        rows(tables, table, """
                        SELECT greatest(0, least(%d, floor((%s - %s) / %s)))::BIGINT, count(*) FROM %s WHERE isfinite(%s::DOUBLE) GROUP BY 1
                        """.formatted(BUCKETS - 1, column, from, width, Warehouse.relation(table), column))
                .forEach(row -> counts[(int) whole(row[0])] = whole(row[1]));
        var buckets = new ArrayList<Bucket>();
        for (int i = 0; i < BUCKETS; i++) {
            buckets.add(new Bucket(from + i * width, from + (i + 1) * width, counts[i]));
        }
        return buckets;
    }

    private static long whole(@Nullable Object value) {
        return Long.parseLong(String.valueOf(value));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static List<@Nullable Object[]> rows(DuckDbTables tables, StoredTable table, String sql) {
        return tables.query(sql, List.of(), List.of(table), Duration.ofSeconds(30), new RowReader<>() {
            private final List<@Nullable Object[]> rows = new ArrayList<>();

            @Override
            public void columns(List<Column> columns) {}

            @Override
            public boolean row(@Nullable Object[] values) {
                rows.add(values.clone());
                return true;
            }

            @Override
            public List<@Nullable Object[]> finish() {
                return rows;
            }
        });
    }
}
