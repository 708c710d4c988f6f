package io.claribi.kernel;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list and, unless it is the last, the token that continues it. */
public record Page<T>(List<T> items, @Nullable String nextPageToken) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page made of one item more than it holds.
     *
     * @param found up to {@code pageSize + 1} items
     * @param key of an item, by which the next page continues after it
     */
    public static <T> Page<T> of(List<T> found, int pageSize, Function<? super T, UUID> key) {
        if (found.size() <= pageSize) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, pageSize);
        return new Page<>(items, key.apply(items.getLast()).toString());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), nextPageToken);
    }
}
