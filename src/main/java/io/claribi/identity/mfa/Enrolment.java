package io.claribi.identity.mfa;

import static io.claribi.identity.MfaError.MFA_ALREADY_ENABLED;
import static io.claribi.identity.MfaError.MFA_NOT_ENABLED;

import io.claribi.identity.Accounts;
import io.claribi.identity.FactorChanges;
import io.claribi.identity.MfaChanged.Change;
import io.claribi.identity.SecondFactors;
import io.claribi.identity.StepUp;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.secrets.Secret;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How members get an authenticator app as their second factor, new backup codes, and rid of both. No transaction may be
 * open: passwords and codes are checked before, and each try at them counts.
 */
@Component
public class Enrolment {
    private final TotpFactor totp;
    private final BackupCodes backupCodes;
    private final FactorChanges changes;
    private final StepUp stepUp;
    private final Accounts accounts;
    private final TransactionTemplate transaction;

    Enrolment(
            TotpFactor totp,
            BackupCodes backupCodes,
            FactorChanges changes,
            StepUp stepUp,
            Accounts accounts,
            TransactionTemplate transaction) {
        this.totp = totp;
        this.backupCodes = backupCodes;
        this.changes = changes;
        this.stepUp = stepUp;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /**
     * Begins with an authenticator app. Nothing counts before its first code is {@linkplain #confirm confirmed}, within a
     * quarter of an hour; beginning again makes a new seed.
     *
     * @throws AppException MFA_ALREADY_ENABLED, PLAN_FEATURE_MISSING, or what is wrong with the password
     */
    public Setup begin(Caller caller, Secret password) {
        checkIsEnrolled(caller.account(), false);
        changes.checkMayEnrol();
        stepUp.check(caller, password, null);
        Seed seed = transaction.execute(status -> totp.begin(caller.account())).orElseThrow(Enrolment::alreadyEnabled);
        Secret uri = seed.toUri(accounts.get(caller.account()).email());
        return new Setup(seed.base32(), seed.toManualKey(), uri, QrCode.svg(uri, "QR code for an authenticator app"));
    }

    /**
     * Finishes the enrolment with the app's first code. The caller's other sessions end.
     *
     * @return the backup codes, this once
     * @throws AppException MFA_NOT_ENABLED if none was begun, MFA_CODE_INVALID, MFA_ALREADY_ENABLED, PLAN_FEATURE_MISSING
     *     or PASSWORD_WORK_BUSY
     */
    public List<Secret> confirm(Caller caller, Secret code) {
        checkIsEnrolled(caller.account(), false);
        changes.checkMayEnrol();
        long step = proof(caller.account(), code);
        BackupCodes.Batch batch = backupCodes.make();
        transaction.executeWithoutResult(status -> {
            changes.begin(caller.account());
            if (!totp.enable(caller.account(), step)) {
                throw alreadyEnabled();
            }
            backupCodes.replace(caller.account(), batch);
            changes.finish(caller, Change.ENABLED, TotpFactor.NAME);
        });
        return batch.toShow();
    }

    private long proof(AccountId account, Secret code) {
        OptionalLong step = transaction.execute(status -> {
            if (!totp.isBegun(account)) {
                throw new AppException(MFA_NOT_ENABLED, "Begin with a new QR code; the last one is too old.");
            }
            return totp.stepOf(account, code);
        });
        return step.orElseThrow(SecondFactors::wrongCode);
    }

    /**
     * Puts ten new backup codes in the place of those that are left. The caller's other sessions end.
     *
     * @return the codes, this once
     * @throws AppException MFA_NOT_ENABLED, PASSWORD_WORK_BUSY, or what is wrong with password or code
     */
    public List<Secret> renewBackupCodes(Caller caller, Secret password, Secret code) {
        checkIsEnrolled(caller.account(), true);
        stepUp.check(caller, password, code);
        BackupCodes.Batch batch = backupCodes.make();
        transaction.executeWithoutResult(status -> {
            changes.begin(caller.account());
            backupCodes.replace(caller.account(), batch);
            changes.finish(caller, Change.BACKUP_CODES_RENEWED, BackupCodes.NAME);
        });
        return batch.toShow();
    }

    /**
     * Goes without an authenticator app, and without backup codes for it. The caller's other sessions end.
     *
     * @throws AppException MFA_NOT_ENABLED, or what is wrong with password or code
     */
    public void disable(Caller caller, Secret password, Secret code) {
        checkIsEnrolled(caller.account(), true);
        stepUp.check(caller, password, code);
        transaction.executeWithoutResult(status -> {
            changes.begin(caller.account());
            totp.remove(caller.account());
            backupCodes.remove(caller.account());
            changes.finish(caller, Change.DISABLED, TotpFactor.NAME);
        });
    }

    private void checkIsEnrolled(AccountId account, boolean wanted) {
        boolean enrolled = transaction.<Boolean>execute(status -> totp.isEnrolled(account));
        if (enrolled && !wanted) {
            throw alreadyEnabled();
        }
        if (!enrolled && wanted) {
            throw new AppException(MFA_NOT_ENABLED, "You have no authenticator app enrolled.");
        }
    }

    private static AppException alreadyEnabled() {
        return new AppException(
                MFA_ALREADY_ENABLED,
                "You have an authenticator app enrolled. Disable it before you enrol another one.");
    }

    /**
     * What an app is set up with, by one of the three; whoever sees any of it has the second factor.
     *
     * @param seed in Base32, as programs take it
     * @param manualKey the same for people
     * @param uri the same with names
     * @param qrSvg a drawing of that
     */
    public record Setup(Secret seed, Secret manualKey, Secret uri, Secret qrSvg) {}
}
