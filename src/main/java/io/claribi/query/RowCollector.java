package io.claribi.query;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.RowReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Keeps a result's rows, up to a number of rows and bytes. */
final class RowCollector implements RowReader<RowCollector.Rows> {
    /** Memory is asked for in pieces of this size: asking is shared by all. */
    private static final int PIECE = 64 * 1024;

    private static final long MOST_EXACT = (1L << 53) - 1;

    private final int maxRows;
    private final long maxBytes;
    private final LongConsumer memory;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private boolean truncated;
    private long bytes;
    private long asked;

    /**
     * @param memory asked for more bytes before they are kept; throws if there are none
     */
    RowCollector(int maxRows, long maxBytes, LongConsumer memory) {
        this.maxRows = maxRows;
        this.maxBytes = maxBytes;
        this.memory = memory;
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
        var kept = new ArrayList<@Nullable Object>(values.length);
        for (Object value : values) {
            kept.add(wireValue(value));
        }
        count(MemorySize.of(kept));
        rows.add(Collections.unmodifiableList(kept));
        return true;
    }

    private void count(long more) {
        bytes += more;
        if (bytes > maxBytes) {
            throw new AppException(
                    QueryError.RESULT_TOO_LARGE,
                    "The result has more than %,d MB. Ask for fewer rows or columns.".formatted(maxBytes / 1_000_000));
        }
        if (bytes > asked) {
            memory.accept(bytes - asked + PIECE);
            asked = bytes + PIECE;
        }
    }

    /** And the one by which it sees that there are more. */
    @Override
    public long mostRows() {
        return maxRows + 1L;
    }

    @Override
    public long mostBytes() {
        return maxBytes;
    }

    @Override
    public Rows finish() {
        return new Rows(Collections.unmodifiableList(rows), truncated, bytes);
    }

    /**
     * JSON has no number for what is not one, and most who read it keep integers as doubles: beyond 2^53 − 1 they are told
     * as text, digit by digit (I-JSON, RFC 7493 §2.2).
     */
    private static @Nullable Object wireValue(@Nullable Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? number : null;
        }
        boolean inexact = value instanceof BigInteger
                || value instanceof Long integer && (integer > MOST_EXACT || integer < -MOST_EXACT);
        return inexact ? String.valueOf(value) : value;
    }

    /** What was kept: whether there was more, and about how much memory it takes. */
    record Rows(List<List<@Nullable Object>> rows, boolean truncated, long bytes) {}
}
