package io.claribi.identity;

import static io.claribi.identity.Guess.MFA_CODE;
import static io.claribi.identity.Guess.MFA_CODE_ON_KNOWN_DEVICE;
import static io.claribi.identity.IdentityError.MFA_CODE_INVALID;

import io.claribi.identity.Throttle.Verdict;
import io.claribi.kernel.AppException;
import io.claribi.secrets.Secret;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** The second step of a log-in: a code of a second factor, for accounts that have one. */
@Component
class CodeLogIn {
    private final PendingLogIns pending;
    private final SecondFactors factors;
    private final KnownDevices devices;
    private final Throttle throttle;
    private final Accounts accounts;
    private final LogInTrail trail;

    CodeLogIn(
            PendingLogIns pending,
            SecondFactors factors,
            KnownDevices devices,
            Throttle throttle,
            Accounts accounts,
            LogInTrail trail) {
        this.pending = pending;
        this.factors = factors;
        this.devices = devices;
        this.throttle = throttle;
        this.accounts = accounts;
        this.trail = trail;
    }

    /** What the log-in waits for; empty if the account has no second factor. */
    Optional<LogIns.CodeWanted> begin(Account account, Device device) {
        var names = factors.list(account.id());
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new LogIns.CodeWanted(pending.begin(account.id(), device), names));
    }

    /**
     * Who may come in with this code. The log-in is still to be {@linkplain #end ended}.
     *
     * @throws AppException MFA_TOKEN_INVALID, MFA_CODE_INVALID, TOO_MANY_ATTEMPTS or NO_ORGANIZATION
     */
    Accounts.Entrant verify(Secret mfaToken, Secret code, Device device) {
        Account account = accounts.get(pending.tryOnce(mfaToken, device));
        var factor = new AtomicReference<String>();
        Verdict verdict = judge(account, device, () -> {
            factors.prove(account.id(), code).ifPresent(factor::set);
            return factor.get() != null;
        });
        if (verdict == Verdict.RIGHT) {
            return accounts.entrant(account).with(factor.get());
        }
        trail.codeRefused(account, verdict);
        throw new AppException(MFA_CODE_INVALID, "The code is wrong or was used before.");
    }

    /** Unlike at the password, who comes here may know that codes are locked. */
    private Verdict judge(Account account, Device device, BooleanSupplier check) {
        Optional<String> known = devices.subject(account.id(), device);
        Guess guess = known.isPresent() ? MFA_CODE_ON_KNOWN_DEVICE : MFA_CODE;
        String subject = known.orElseGet(() -> account.id().value().toString());
        Verdict verdict = throttle.judge(guess, subject, check);
        if (verdict == Verdict.LOCKED) {
            throw throttle.tooMany(guess, subject);
        }
        return verdict;
    }

    /**
     * Whether no second factor was enrolled since the password was judged, as part of the log-in's transaction: a change
     * of factors ends the sessions that there are, and must not miss one that is about to be.
     *
     * @throws AppException MFA_TOKEN_INVALID
     */
    void checkStillEnough(Accounts.Entrant entrant) {
        accounts.holdStill(entrant.account().id());
        if (entrant.factor() == null && !factors.list(entrant.account().id()).isEmpty()) {
            throw PendingLogIns.invalid();
        }
    }

    void end(Secret mfaToken) {
        pending.end(mfaToken);
    }
}
