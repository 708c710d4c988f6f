package io.claribi.identity;

import static io.claribi.identity.Guess.STEP_UP;
import static io.claribi.identity.IdentityError.BAD_CREDENTIALS;
import static io.claribi.identity.IdentityError.STEP_UP_REQUIRED;
import static io.claribi.identity.MfaError.MFA_CODE_REQUIRED;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.FieldError;
import io.claribi.secrets.Secret;
import java.time.Duration;
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
    private final SecondFactors factors;
    private final Throttle throttle;
    private final Sessions sessions;
    private final SessionTrail trail;

    StepUp(Accounts accounts, SecondFactors factors, Throttle throttle, Sessions sessions, SessionTrail trail) {
        this.accounts = accounts;
        this.factors = factors;
        this.throttle = throttle;
        this.sessions = sessions;
        this.trail = trail;
    }

    /**
     * Checks the proof and marks the caller's session as confirmed. Who has a second factor needs its code too.
     *
     * @throws AppException BAD_CREDENTIALS (with {@code errors} for the field {@code password}), MFA_CODE_REQUIRED,
     *     MFA_CODE_INVALID, TOO_MANY_ATTEMPTS or PASSWORD_WORK_BUSY
     * @throws IllegalStateException if there is a transaction
     */
    public void check(Caller caller, Secret password, @Nullable Secret code) {
        check(caller, password, code, "password");
    }

    /** The same, where the field of the password has another name. */
    void check(Caller caller, Secret password, @Nullable Secret code, String field) {
        AccountId account = caller.account();
        boolean withCode = factors.takesCodes(account);
        if (withCode && code == null) {
            throw new AppException(
                    MFA_CODE_REQUIRED,
                    "Give a code of your second factor as well.",
                    List.of(new FieldError("code", "is required")));
        }
        if (!throttle.check(STEP_UP, account.value().toString(), () -> accounts.isPassword(account, password))) {
            trail.stepUpFailed(caller.organization(), accounts.get(account));
            throw new AppException(
                    BAD_CREDENTIALS, "The password is wrong.", List.of(new FieldError(field, "is wrong")));
        }
        if (withCode && code != null) {
            factors.check(account, code);
        }
        sessions.confirm(caller.session());
    }

    /**
     * @throws AppException STEP_UP_REQUIRED unless the caller's session was confirmed within ten minutes
     */
    public void require(Caller caller) {
        if (!sessions.wasConfirmedWithin(FRESH, caller.session())) {
            throw new AppException(STEP_UP_REQUIRED, "Confirm with your password that it is you, then try again.");
        }
    }
}
