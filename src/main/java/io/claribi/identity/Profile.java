package io.claribi.identity;

import static io.claribi.http.HttpError.INVALID_INPUT;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people say and choose for themselves, for all their organizations.
 *
 * @param idleTimeoutMinutes how long one may be away before a session is over; absent: as the server has it
 */
public record Profile(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable Integer idleTimeoutMinutes) {
    private static final List<Integer> IDLE_TIMEOUTS = List.of(15, 30, 60, 240, 480);

    /**
     * The same as it is kept.
     *
     * @throws AppException INVALID_INPUT with everything that is wrong
     */
    Profile checked() {
        var errors = new ArrayList<FieldError>();
        String first = Names.person("firstName", firstName, errors);
        String last = Names.person("lastName", lastName, errors);
        if (idleTimeoutMinutes != null && !IDLE_TIMEOUTS.contains(idleTimeoutMinutes)) {
            errors.add(new FieldError("idleTimeoutMinutes", "must be one of " + IDLE_TIMEOUTS));
        }
        if (!errors.isEmpty()) {
            throw new AppException(INVALID_INPUT, "Some fields are not right.", errors);
        }
        return new Profile(first, last, idleTimeoutMinutes);
    }
}
