package io.claribi.query;

import org.jspecify.annotations.Nullable;

/**
 * A value computed over the rows of a group.
 *
 * @param field absent only for a count of rows
 * @param as the result column's name; else {@code function_field} or {@code count}
 */
public record Measure(
        AggregateFunction function,
        @Nullable String field,
        @Nullable String as) {
    public static Measure of(AggregateFunction function, String field) {
        return new Measure(function, field, null);
    }

    public static Measure rows() {
        return new Measure(AggregateFunction.COUNT, null, null);
    }

    public Measure as(String name) {
        return new Measure(function, field, name);
    }

    /** Its name in the result. */
    public String name() {
        if (as != null) {
            return as;
        }
        return field == null ? function.wireName() : function.wireName() + "_" + field;
    }
}
