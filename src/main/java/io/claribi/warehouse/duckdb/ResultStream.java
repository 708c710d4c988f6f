package io.claribi.warehouse.duckdb;

import io.claribi.warehouse.ColumnType;
import io.claribi.warehouse.RowReader;
import io.claribi.warehouse.StoredTable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Streams a query's rows to a reader. The driver makes Java strings of 2,048 rows at once, however long they are. Where
 * that could be more than a small heap has room for, the rows are laid down in the engine first, whose memory is bounded
 * and has the disk behind it, and fetched by the megabyte.
 */
final class ResultStream {
    private static final long ROWS_AT_ONCE = 2_048;
    /** Several queries run at once. */
    private static final long MOST_AT_ONCE =
            Math.max(16L << 20, Runtime.getRuntime().maxMemory() / 32);

    private static final long PAGE_BYTES = 4L << 20;
    /** Of a Java string and the references to it. */
    private static final long OVERHEAD = 64;

    private static final int ROWS_BETWEEN_LOOKS = 512;

    private final Duck duck;
    private final String sql;
    private final List<Object> values;
    private final List<StoredTable> tables;

    ResultStream(Duck duck, String sql, List<Object> values, List<StoredTable> tables) {
        this.duck = duck;
        this.sql = sql;
        this.values = values;
        this.tables = tables;
    }

    <R> R into(RowReader<R> reader) throws SQLException {
        Optional<ResultCells> flood = duck.with(sql, statement -> {
            bind(statement);
            try (ResultSet result = statement.executeQuery()) {
                var cells = new ResultCells(result.getMetaData());
                reader.columns(List.copyOf(cells.columns()));
                if (mayFlood(texts(cells).size(), reader.mostRows())) {
                    return Optional.of(cells);
                }
                fetch(result, cells, reader);
                return Optional.empty();
            }
        });
        if (flood.isPresent()) {
            fetchInPages(flood.get(), reader);
        }
        return reader.finish();
    }

    /** Letters beyond Latin-1 take two bytes, and so do all others of the text that they stand in. */
    private boolean mayFlood(int texts, long mostRows) {
        long stored = tables.stream().mapToLong(StoredTable::rows).sum();
        long rows = Math.min(ROWS_AT_ONCE, Math.min(stored, mostRows));
        long longestRow = tables.stream().mapToLong(StoredTable::longestRow).sum();
        return texts > 0 && rows * (2 * longestRow + OVERHEAD * texts) > MOST_AT_ONCE;
    }

    private boolean fetch(ResultSet result, ResultCells cells, RowReader<?> reader) throws SQLException {
        var row = new @Nullable Object[cells.columns().size()];
        boolean more = true;
        for (int count = 1; more && result.next(); count++) {
            if (count % ROWS_BETWEEN_LOOKS == 0) {
                duck.checkNotCancelled();
            }
            cells.read(result, row);
            more = reader.row(row);
        }
        return more;
    }

    private void fetchInPages(ResultCells cells, RowReader<?> reader) throws SQLException {
        try {
            duck.with(layingDown(cells, reader.mostBytes()), statement -> {
                bind(statement);
                return statement.execute();
            });
            boolean more = true;
            for (Page page : pages()) {
                if (more) {
                    more = duck.with(page.select(names(cells)), statement -> {
                        try (ResultSet result = statement.executeQuery()) {
                            return fetch(result, cells, reader);
                        }
                    });
                }
            }
        } finally {
            duck.tidy("DROP TABLE IF EXISTS laid_down");
        }
    }

    /** No more rows than hold what the reader takes, and the one that is too much for it. */
    private String layingDown(ResultCells cells, long mostBytes) {
        List<String> texts = texts(cells);
        String lengths =
                texts.stream().map("strlen(CAST(%s AS VARCHAR))"::formatted).collect(Collectors.joining(", "));
        return """
                CREATE OR REPLACE TEMP TABLE laid_down AS
                SELECT *
                FROM (
                    SELECT *, sum(bytes) OVER (ROWS UNBOUNDED PRECEDING) AS total
                    FROM (
                        SELECT *, coalesce(list_sum([%s]), 0) + %d AS bytes
                        FROM (%s) AS result (%s)))
                WHERE total - bytes <= %d""".formatted(lengths, OVERHEAD * texts.size(), sql, names(cells), mostBytes);
    }

    private List<Page> pages() throws SQLException {
        return duck.list("""
                SELECT min(rowid), max(rowid)
                FROM laid_down
                GROUP BY total // %d
                ORDER BY 1""".formatted(PAGE_BYTES), row -> new Page(row.getLong(1), row.getLong(2)));
    }

    private static String names(ResultCells cells) {
        return IntStream.range(0, cells.columns().size())
                .mapToObj(ResultStream::name)
                .collect(Collectors.joining(", "));
    }

    private static List<String> texts(ResultCells cells) {
        return IntStream.range(0, cells.columns().size())
                .filter(i -> cells.columns().get(i).type() == ColumnType.TEXT)
                .mapToObj(ResultStream::name)
                .toList();
    }

    /** By place: two columns of a result may differ in the case of their names alone. */
    private static String name(int column) {
        return "column_" + column;
    }

    private void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, bound(values.get(i)));
        }
    }

    /** Stored timestamps are UTC without saying so. */
    private static Object bound(Object value) {
        return value instanceof Instant instant ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : value;
    }

    /** Rows that lie behind one another. */
    private record Page(long first, long last) {
        String select(String names) {
            return "SELECT %s FROM laid_down WHERE rowid BETWEEN %d AND %d".formatted(names, first, last);
        }
    }
}
