package io.claribi.warehouse.statistics;

import io.claribi.warehouse.Column;
import io.claribi.warehouse.ColumnStatistics;
import io.claribi.warehouse.ColumnStatistics.Bucket;
import io.claribi.warehouse.duckdb.Duck;
import io.claribi.warehouse.duckdb.Sql;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes the statistics of a table's columns: one pass for what aggregates tell, then for each column at most one for
 * its most frequent values and one for its distribution. Columnar, each of these passes reads one column.
 */
public final class Profiler {
    /** What planning an aggregate takes grows with their number. */
    private static final int COLUMNS_AT_ONCE = 8;

    private static final long EXACT_DISTINCT_UP_TO = 100_000;
    private static final int BUCKETS = 20;
    /** Beyond so many different values the most frequent ones tell little and cost much. */
    private static final long MOST_DISTINCT = 20_000;

    private final Duck duck;
    private final int mostFrequent;

    /**
     * @param mostFrequent of how many values of a column the frequency is told
     */
    public Profiler(Duck duck, int mostFrequent) {
        this.duck = duck;
        this.mostFrequent = mostFrequent;
    }

    public Profile profile(Path parquet, long rows, List<Column> columns) throws SQLException {
        String relation = "read_parquet(%s)".formatted(Sql.literal(parquet));
        var statistics = new ArrayList<ColumnStatistics>();
        long longestRow = 0;
        for (int from = 0; from < columns.size(); from += COLUMNS_AT_ONCE) {
            List<Column> part = columns.subList(from, Math.min(columns.size(), from + COLUMNS_AT_ONCE));
            List<Summary> summaries = Summary.of(duck, relation, part, rows <= EXACT_DISTINCT_UP_TO);
            for (int i = 0; i < part.size(); i++) {
                statistics.add(complete(relation, rows, part.get(i), summaries.get(i)));
                longestRow += summaries.get(i).longest();
            }
        }
        return new Profile(statistics, longestRow);
    }

    private ColumnStatistics complete(String relation, long rows, Column column, Summary summary) throws SQLException {
        Frequencies frequencies = hasFrequencies(column, summary)
                ? Frequencies.of(duck, relation, column, mostFrequent)
                : Frequencies.NONE;
        return new ColumnStatistics(
                column.name(),
                column.type(),
                summary.count(),
                rows - summary.count(),
                // An estimate may exceed what there is; a count of groups is exact.
                frequencies.distinct() > 0 ? frequencies.distinct() : Math.min(summary.distinct(), summary.count()),
                summary.min(),
                summary.max(),
                summary.mean(),
                summary.deviation(),
                summary.meanLength(),
                frequencies.top(),
                column.type().isNumeric() && summary.count() > 0 ? histogram(relation, column, summary) : List.of());
    }

    private static boolean hasFrequencies(Column column, Summary summary) {
        return switch (column.type()) {
            case TEXT, BOOLEAN, DATE, INTEGER -> summary.count() > 0 && summary.distinct() <= MOST_DISTINCT;
            case DECIMAL, TIMESTAMP, TIME -> false;
        };
    }

    private List<Bucket> histogram(String relation, Column column, Summary summary) throws SQLException {
        double min = summary.low();
        double width = (summary.high() - min) / BUCKETS;
        if (!(width > 0) || !Double.isFinite(width)) {
            return List.of(new Bucket(min, summary.high(), summary.count()));
        }
        String value = Sql.identifier(column.name());
        var counts = new long[BUCKETS];
        duck.list(
                """
                SELECT least(floor((CAST(%1$s AS DOUBLE) - %2$s) / %3$s), %4$d)::INTEGER AS bucket, count(*)
                FROM %5$s
                WHERE %1$s IS NOT NULL
                GROUP BY bucket""".formatted(value, literal(min), literal(width), BUCKETS - 1, relation),
                row -> counts[Math.clamp(row.getInt(1), 0, BUCKETS - 1)] += row.getLong(2));
        var buckets = new ArrayList<Bucket>();
        for (int i = 0; i < BUCKETS; i++) {
            double to = i == BUCKETS - 1 ? summary.high() : min + (i + 1) * width;
            buckets.add(new Bucket(min + i * width, to, counts[i]));
        }
        return buckets;
    }

    private static String literal(double value) {
        return "CAST('%s' AS DOUBLE)".formatted(value);
    }
}
