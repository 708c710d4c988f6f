package io.claribi.query;

import io.claribi.query.QueryPlan.Condition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * About how many bytes of heap things take, rather too many than too few: headers of 16 bytes, references of 8, two bytes
 * a letter.
 */
final class MemorySize {
    /** Of a list that can't be changed around an array list around an array, and of its place in the list of rows. */
    private static final int ROW = 96;

    private static final int REFERENCE = 8;
    private static final int SMALL_OBJECT = 24;
    private static final int TEXT = 56;
    private static final int BIG_NUMBER = 120;
    /** An output or a condition with its column. */
    private static final int PLAN_PART = 200;

    private MemorySize() {}

    static long of(List<@Nullable Object> row) {
        long bytes = ROW;
        for (Object value : row) {
            bytes += REFERENCE + of(value);
        }
        return bytes;
    }

    private static long of(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case String text -> of(text);
            case Boolean ignored -> 0;
            case BigDecimal number -> BIG_NUMBER + number.precision() / 2;
            case BigInteger number -> BIG_NUMBER + number.bitLength() / 8;
            default -> SMALL_OBJECT;
        };
    }

    static long of(String text) {
        return TEXT + 2L * text.length();
    }

    static long of(QueryPlan plan) {
        long bytes =
                (long) PLAN_PART * (1 + plan.outputs().size() + plan.order().size());
        for (Condition condition : plan.conditions()) {
            bytes += PLAN_PART + of(List.copyOf(condition.values()));
        }
        return bytes;
    }
}
