package io.claribi.warehouse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a result as it streams by. */
public interface RowReader<R> {

    /** Told once, before the first row. */
    void columns(List<Column> columns);

    /**
     * A row's values by column: String, Long or BigInteger, BigDecimal or Double, Boolean, LocalDate, Instant, LocalTime, or
     * null. The array is the reader's only until it returns.
     *
     * @return whether to go on
     */
    boolean row(@Nullable Object[] values);

    /** How many rows it takes at most. */
    default long mostRows() {
        return Long.MAX_VALUE;
    }

    /** About how many bytes of text it takes at most; beyond that it refuses or needs no more. */
    default long mostBytes() {
        return Long.MAX_VALUE / 2;
    }

    /** What was made of it. */
    R finish();
}
