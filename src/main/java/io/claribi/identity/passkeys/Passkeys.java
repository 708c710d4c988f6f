package io.claribi.identity.passkeys;

import static io.claribi.identity.passkeys.PasskeyError.PASSKEYS_FULL;
import static io.claribi.identity.passkeys.PasskeyError.PASSKEY_NOT_FOUND;

import io.claribi.http.HttpError;
import io.claribi.identity.Account;
import io.claribi.identity.Accounts;
import io.claribi.identity.FactorChanges;
import io.claribi.identity.MfaChanged.Change;
import io.claribi.identity.StepUp;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.FieldError;
import io.claribi.kernel.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A person's own passkeys: how they get one, see them, and get rid of one. */
@Component
public class Passkeys {
    /** Of one account; more devices than anybody has. */
    private static final int MOST = 20;

    private static final int MOST_CHARACTERS = 100;

    private final PasskeyStore store;
    private final Attestations attestations;
    private final Accounts accounts;
    private final FactorChanges changes;
    private final StepUp stepUp;
    private final TransactionTemplate transaction;

    Passkeys(
            PasskeyStore store,
            Attestations attestations,
            Accounts accounts,
            FactorChanges changes,
            StepUp stepUp,
            TransactionTemplate transaction) {
        this.store = store;
        this.attestations = attestations;
        this.accounts = accounts;
        this.changes = changes;
        this.stepUp = stepUp;
        this.transaction = transaction;
    }

    /** The caller's, oldest first. */
    public List<Passkey> list(Caller caller) {
        return transaction.execute(status -> store.list(caller.account()));
    }

    /**
     * What the browser asks an authenticator for a new one with, within five minutes.
     *
     * @return {@code PublicKeyCredentialCreationOptionsJSON} (WebAuthn Level 3 §5.1)
     * @throws AppException STEP_UP_REQUIRED, PLAN_FEATURE_MISSING, PASSKEYS_FULL or PASSKEYS_UNAVAILABLE
     */
    public String begin(Caller caller) {
        stepUp.require(caller);
        changes.checkMayEnrol();
        Account account = accounts.get(caller.account());
        return transaction.execute(status -> {
            checkRoom(account);
            return attestations.request(account, purpose(caller));
        });
    }

    /**
     * Adds the one that was made. The caller's other sessions end.
     *
     * @param name 1 to 100 characters
     * @param credential {@code RegistrationResponseJSON}
     * @throws AppException INVALID_INPUT, PASSKEY_INVALID, or as {@link #begin}
     */
    public Passkey finish(Caller caller, String name, String credential) {
        String given = checked(name);
        stepUp.require(caller);
        changes.checkMayEnrol();
        Account account = accounts.get(caller.account());
        UUID id = Ids.next();
        return transaction.execute(status -> {
            changes.begin(account.id());
            checkRoom(account);
            store.insert(id, given, attestations.verify(account, purpose(caller), credential));
            changes.finish(caller, Change.ENABLED, PasskeyFactor.NAME);
            return store.find(account.id(), id).orElseThrow();
        });
    }

    /**
     * Removes one. The caller's other sessions end.
     *
     * @throws AppException PASSKEY_NOT_FOUND or STEP_UP_REQUIRED
     */
    public void remove(Caller caller, UUID id) {
        transaction.executeWithoutResult(status -> {
            if (store.find(caller.account(), id).isEmpty()) {
                throw new AppException(PASSKEY_NOT_FOUND, "You have no passkey %s.".formatted(id));
            }
        });
        stepUp.require(caller);
        transaction.executeWithoutResult(status -> {
            changes.begin(caller.account());
            store.delete(caller.account(), id);
            changes.finish(caller, Change.DISABLED, PasskeyFactor.NAME);
        });
    }

    private void checkRoom(Account account) {
        if (store.list(account.id()).size() >= MOST) {
            throw new AppException(
                    PASSKEYS_FULL, "You have %d passkeys. Remove one before you add another.".formatted(MOST));
        }
    }

    private static String checked(String name) {
        String given = name.strip();
        boolean oneLine = given.chars().noneMatch(Character::isISOControl);
        if (given.isEmpty() || given.codePointCount(0, given.length()) > MOST_CHARACTERS || !oneLine) {
            throw new AppException(
                    HttpError.INVALID_INPUT,
                    "The name is not right.",
                    List.of(new FieldError(
                            "name", "must be one line of 1 to %d characters".formatted(MOST_CHARACTERS))));
        }
        return given;
    }

    /** What is asked for in one session is answered in it. */
    private static String purpose(Caller caller) {
        return "enrol in session " + caller.session().value();
    }
}
