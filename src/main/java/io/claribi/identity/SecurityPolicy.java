package io.claribi.identity;

import static io.claribi.http.HttpError.INVALID_INPUT;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an organization demands of its members.
 *
 * @param mfaRequired whether everybody needs a second factor
 * @param idleTimeoutMinutes after so long without use a session is over, whatever its owner chose; absent: as they chose
 * @param maxSessionHours after so long a session is over, used or not; absent: as the server has it
 */
public record SecurityPolicy(
        boolean mfaRequired,
        @Nullable Integer idleTimeoutMinutes,
        @Nullable Integer maxSessionHours) {
    static final SecurityPolicy NONE = new SecurityPolicy(false, null, null);

    static final int MOST_IDLE_MINUTES = 480;

    private static final int LEAST_IDLE_MINUTES = 5;
    private static final int MOST_HOURS = 720;

    /**
     * @throws AppException INVALID_INPUT with everything that is out of bounds
     */
    void check() {
        var errors = new ArrayList<FieldError>();
        checkBetween("idleTimeoutMinutes", idleTimeoutMinutes, LEAST_IDLE_MINUTES, MOST_IDLE_MINUTES, errors);
        checkBetween("maxSessionHours", maxSessionHours, 1, MOST_HOURS, errors);
        if (!errors.isEmpty()) {
            throw new AppException(INVALID_INPUT, "Some fields are not right.", errors);
        }
    }

    private static void checkBetween(
            String field, @Nullable Integer value, int least, int most, List<FieldError> errors) {
        if (value != null && (value < least || value > most)) {
            errors.add(new FieldError(field, "must be from %d to %d, or null for no limit".formatted(least, most)));
        }
    }
}
