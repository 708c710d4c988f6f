package io.claribi.query;

import org.jspecify.annotations.Nullable;

/**
 * @param by a result column's name
 * @param direction ascending when absent; missing values come last either way
 */
public record OrderBy(String by, @Nullable SortDirection direction) {
    public static OrderBy ascending(String by) {
        return new OrderBy(by, SortDirection.ASC);
    }

    public static OrderBy descending(String by) {
        return new OrderBy(by, SortDirection.DESC);
    }
}
