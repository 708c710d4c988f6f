package io.claribi.query;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.RowReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps a result's rows, up to a number of rows and bytes. */
final class RowCollector implements RowReader<RowCollector.Rows> {
    private static final int CELL_BYTES = 24;
    private static final int ROW_BYTES = 48;

    private final int maxRows;
    private final long maxBytes;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private boolean truncated;
    private long bytes;

    RowCollector(int maxRows, long maxBytes) {
        this.maxRows = maxRows;
        this.maxBytes = maxBytes;
    }

    @Override
    public void columns(List<Column> columns) {
        // The plan knows them already.
    }

    @Override
    public boolean row(@Nullable Object[] values) {
        if (rows.size() == maxRows) {
            truncated = true;
            return false;
        }
        var row = new @Nullable Object[values.length];
        bytes += ROW_BYTES;
        for (int i = 0; i < row.length; i++) {
            row[i] = wireValue(values[i]);
            bytes += bytes(row[i]);
        }
        if (bytes > maxBytes) {
            throw new AppException(
                    QueryError.RESULT_TOO_LARGE,
                    "The result has more than %,d MB. Ask for fewer rows or columns.".formatted(maxBytes / 1_000_000));
        }
        rows.add(Collections.unmodifiableList(Arrays.asList(row)));
        return true;
    }

    @Override
    public long mostBytes() {
        return maxBytes;
    }

    @Override
    public Rows finish() {
        return new Rows(Collections.unmodifiableList(rows), truncated, bytes);
    }

    /** JSON has no number for what is not one. */
    private static @Nullable Object wireValue(@Nullable Object value) {
        return value instanceof Double number && !Double.isFinite(number) ? null : value;
    }

    private static long bytes(@Nullable Object value) {
        return switch (value) {
            case null -> Long.BYTES;
            case String text -> CELL_BYTES + 2L * text.length() + CELL_BYTES;
            case BigDecimal number -> CELL_BYTES + number.precision();
            case BigInteger number -> CELL_BYTES + number.bitLength() / 8;
            default -> CELL_BYTES;
        };
    }

    /** What was kept: whether there was more, and about how much memory it takes. */
    record Rows(List<List<@Nullable Object>> rows, boolean truncated, long bytes) {}
}
