package io.claribi.identity;

import static io.claribi.identity.Guess.PASSWORD;
import static io.claribi.identity.Guess.PASSWORD_ON_KNOWN_DEVICE;
import static io.claribi.identity.IdentityError.BAD_CREDENTIALS;
import static io.claribi.identity.IdentityError.EMAIL_NOT_VERIFIED;

import io.claribi.identity.Throttle.Verdict;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.secrets.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Whether an e-mail address and a password are somebody's. Nothing tells whether the address or the password was wrong,
 * or whether it was judged at all: an address that is nobody's is counted, delayed and locked like an account, the same
 * work is done for it, and refusals come at a beat, which hides what was looked up and written.
 */
@Component
class PasswordLogIn {
    private final Accounts accounts;
    private final KnownDevices devices;
    private final Throttle throttle;
    private final LogInTrail trail;
    private final Beat beat;

    PasswordLogIn(Accounts accounts, KnownDevices devices, Throttle throttle, LogInTrail trail, Beat beat) {
        this.accounts = accounts;
        this.devices = devices;
        this.throttle = throttle;
        this.trail = trail;
        this.beat = beat;
    }

    /**
     * The account of this pair, and the organization it goes to.
     *
     * @throws AppException BAD_CREDENTIALS, TOO_MANY_ATTEMPTS (from this network address, at whatever accounts),
     *     EMAIL_NOT_VERIFIED, PASSWORD_WORK_BUSY or NO_ORGANIZATION
     */
    Accounts.Entrant verify(String email, Secret password, Device device) {
        return accounts.entrant(prove(email, password, device));
    }

    /**
     * The account of this pair, on its way to the given organization.
     *
     * @throws AppException what the other throws but NO_ORGANIZATION
     */
    Accounts.Entrant verify(String email, Secret password, Device device, OrganizationId organization) {
        AccountStore.Credentials proven = prove(email, password, device);
        return new Accounts.Entrant(proven.account(), organization).withPasswordOf(proven.passwordChangedAt());
    }

    private AccountStore.Credentials prove(String email, Secret password, Device device) {
        Instant start = beat.start();
        Optional<AccountStore.Credentials> known = accounts.findCredentials(email);
        Verdict verdict = judge(email, known, device, () -> accounts.isRight(known, password));
        if (verdict == Verdict.RIGHT) {
            refuseUnconfirmed(known.orElseThrow());
            return known.orElseThrow();
        }
        known.ifPresentOrElse(
                credentials -> trail.passwordRefused(credentials.account(), verdict), trail::strangerRefused);
        beat.await(start);
        throw new AppException(BAD_CREDENTIALS, "The e-mail address or the password is wrong.");
    }

    /** Only who has the password learns it. */
    private static void refuseUnconfirmed(AccountStore.Credentials credentials) {
        if (credentials.pending()) {
            throw new AppException(
                    EMAIL_NOT_VERIFIED, "Confirm your e-mail address first, with the code that was mailed to it.");
        }
    }

    /**
     * In the transaction that lets in who was verified.
     *
     * @throws AppException BAD_CREDENTIALS if the password was changed meanwhile
     */
    void hold(Accounts.Entrant entrant) {
        accounts.hold(entrant);
    }

    private Verdict judge(
            String email, Optional<AccountStore.Credentials> known, Device device, BooleanSupplier check) {
        return known.flatMap(
                        credentials -> devices.subject(credentials.account().id(), device))
                .map(subject -> throttle.judge(PASSWORD_ON_KNOWN_DEVICE, subject, check))
                .orElseGet(() -> throttle.judge(PASSWORD, Throttle.passwordSubject(email), check));
    }
}
