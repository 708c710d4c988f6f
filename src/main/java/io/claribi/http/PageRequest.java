package io.claribi.http;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted, from {@code ?pageSize=50&pageToken=…}. A token is the id of the last item seen; it can
 * only narrow what row-level security shows, whoever made it up.
 *
 * @param size 1 to 200
 * @param after absent for the first page
 */
public record PageRequest(int size, @Nullable UUID after) {
    public static final int DEFAULT_SIZE = 50;
    public static final int MAX_SIZE = 200;
}
