package io.claribi.query;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What rows are grouped by: a column as it is, dates and times by period, or numbers by bucket.
 *
 * @param binWidth the width of a bucket; the result holds each bucket's lower bound, a multiple of the width
 * @param as the result column's name; else the field's
 */
public record Dimension(
        String field,
        @Nullable Grain grain,
        @Nullable BigDecimal binWidth,
        @Nullable String as) {
    private static final int WIDTH_DIGITS = 15;

    /** Whether buckets can be so wide: a number greater than 0 that can be written with so many digits. */
    public static boolean isBinWidth(BigDecimal width) {
        return width.signum() > 0 && width.precision() <= WIDTH_DIGITS && Math.abs(width.scale()) <= WIDTH_DIGITS;
    }

    public static Dimension of(String field) {
        return new Dimension(field, null, null, null);
    }

    public static Dimension of(String field, Grain grain) {
        return new Dimension(field, grain, null, null);
    }

    public static Dimension of(String field, BigDecimal binWidth) {
        return new Dimension(field, null, binWidth, null);
    }

    /** Its name in the result. */
    public String name() {
        return as == null ? field : as;
    }
}
