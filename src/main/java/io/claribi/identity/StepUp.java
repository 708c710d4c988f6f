package io.claribi.identity;

import static io.claribi.identity.IdentityError.BAD_CREDENTIALS;
import static io.claribi.identity.IdentityError.STEP_UP_REQUIRED;

import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.FieldError;
import io.claribi.secrets.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks who is logged in to prove anew to be the account's owner, before what a thief of a session must not do. A session
 * counts as confirmed for ten minutes after its log-in and after each such proof.
 */
@Component
public class StepUp {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final Sessions sessions;
    private final LiveSessions live;
    private final SessionClock clock;

    StepUp(Accounts accounts, Sessions sessions, LiveSessions live, SessionClock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Checks the proof and marks the caller's session as confirmed.
     *
     * @throws AppException BAD_CREDENTIALS (with {@code errors} for the field {@code password}) or PASSWORD_WORK_BUSY
     */
    public void check(Caller caller, Secret password, @Nullable Secret code) {
        check(caller, password, code, "password");
    }

    /** The same, where the field of the password has another name. */
    void check(Caller caller, Secret password, @Nullable Secret code, String field) {
        if (!accounts.isPassword(caller.account(), password)) {
            throw new AppException(
                    BAD_CREDENTIALS, "The password is wrong.", List.of(new FieldError(field, "is wrong")));
        }
        sessions.confirm(caller.session());
    }

    /**
     * @throws AppException STEP_UP_REQUIRED unless the caller's session was confirmed within ten minutes
     */
    public void require(Caller caller) {
        Instant confirmedAt = live.get(caller.session()).confirmedAt();
        if (!clock.now().isBefore(confirmedAt.plus(FRESH))) {
            throw new AppException(STEP_UP_REQUIRED, "Confirm with your password that it is you, then try again.");
        }
    }
}
