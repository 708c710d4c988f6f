package io.claribi.warehouse.files;

import io.claribi.warehouse.ImportLimits;
import io.claribi.warehouse.duckdb.Sql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table whose values are still text, in a file that DuckDB can read: the columns are c0, c1 and so on, and where the
 * file carries row numbers, {@code r} is the row's.
 *
 * @param name as people know it
 * @param header what the file says the columns are called; empty where it says nothing
 * @param rowLength about how many bytes a row has
 */
record TextTable(
        String name,
        Path file,
        char delimiter,
        boolean hasHeader,
        boolean hasRowNumbers,
        boolean ragged,
        boolean continental,
        List<String> header,
        long rowLength,
        int longestLine) {
    private static final long SAMPLE_BYTES = 32L << 20;
    private static final long SAMPLE_ROWS = 20_000;
    private static final long SAMPLE_CELLS = 2_000_000;
    private static final long BUFFER = 32L << 20;

    TextTable {
        header = List.copyOf(header);
    }

    /** What was spooled, of which rows may be shorter or longer than the header. */
    static TextTable of(RowSpool spool, String name, List<String> names, boolean continental, ImportLimits limits) {
        var header = new ArrayList<>(names);
        while (header.size() < spool.width()) {
            header.add("");
        }
        return new TextTable(
                name,
                spool.file(),
                ',',
                false,
                true,
                spool.isRagged() || spool.width() < header.size(),
                continental,
                header,
                spool.rowLength(),
                RowSpool.longestLine(limits));
    }

    int width() {
        return header.size();
    }

    static String column(int index) {
        return "c" + index;
    }

    /** How many rows tell the types, within bounds of memory. */
    long sampleRows() {
        long rows = Math.min(SAMPLE_ROWS, SAMPLE_CELLS / Math.max(1, width()));
        return Math.clamp(Math.min(rows, SAMPLE_BYTES / Math.max(1, rowLength)), 100, SAMPLE_ROWS);
    }

    /** What stands after FROM. Nothing is left to be guessed by DuckDB: what does not fit this form is an error. */
    String relation() {
        String columns = IntStream.range(0, width())
                .mapToObj(i -> Sql.literal(column(i)) + ": 'VARCHAR'")
                .collect(Collectors.joining(", "));
        return """
                read_csv(%s, auto_detect = false, header = %s, delim = %s, quote = '"', escape = '"',
                    columns = {%s%s}, max_line_size = %d, buffer_size = %d, null_padding = %s, parallel = %s)""".formatted(
                        Sql.literal(file),
                        hasHeader,
                        Sql.literal(String.valueOf(delimiter)),
                        hasRowNumbers ? "'r': 'BIGINT', " : "",
                        columns,
                        longestLine,
                        Math.max(BUFFER, 4L * longestLine),
                        ragged,
                        !ragged);
    }
}
