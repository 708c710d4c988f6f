package io.claribi.warehouse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a column's values.
 *
 * @param count values that are not null
 * @param nulls rows without a value
 * @param distinct how many different values; exact up to 100,000 rows and up to 20,000 values that are not fractions or
 *     times, else an estimate (HyperLogLog, mostly within 10 %)
 * @param min the least value as text in the form of the wire; null when there is none
 * @param max the greatest
 * @param mean of numbers
 * @param deviation standard deviation of numbers
 * @param meanLength the mean length of texts in characters
 * @param top the most frequent values, at most 50, fewer in files of many columns, most frequent first, each cut after 250 letters; given for texts,
 *     booleans, dates and integers with few different values
 * @param histogram of numbers: up to 20 buckets of equal width
 */
public record ColumnStatistics(
        String name,
        ColumnType type,
        long count,
        long nulls,
        long distinct,
        @Nullable String min,
        @Nullable String max,
        @Nullable Double mean,
        @Nullable Double deviation,
        @Nullable Double meanLength,
        List<ValueCount> top,
        List<Bucket> histogram) {
    public ColumnStatistics {
        top = List.copyOf(top);
        histogram = List.copyOf(histogram);
    }

    /** A value and how often it occurs. */
    public record ValueCount(String value, long count) {}

    /** Values from {@code from} (inclusive) to {@code to} (exclusive; the last bucket inclusive). */
    public record Bucket(double from, double to, long count) {}
}
