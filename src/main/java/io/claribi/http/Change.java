package io.claribi.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A member of a merge patch (RFC 7396) that can be taken away: sent as null it is a change to nothing, and absent it is no
 * change, so that the component of the body is null itself.
 */
@JsonDeserialize(using = ChangeReader.class)
public record Change<T>(@Nullable T value) {

    /** What a value becomes by a change, if there is one. */
    public static <T> @Nullable T apply(@Nullable Change<T> change, @Nullable T before) {
        return change == null ? before : change.value();
    }
}
