package io.claribi.identity.mfa;

import io.claribi.identity.FactorChanges;
import io.claribi.identity.SecurityPolicies;
import io.claribi.kernel.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What second factors of codes somebody has, and may or must have. */
@Component
public class OwnFactors {
    private final TotpFactor totp;
    private final BackupCodes backupCodes;
    private final FactorChanges changes;
    private final SecurityPolicies policies;
    private final TransactionTemplate transaction;

    OwnFactors(
            TotpFactor totp,
            BackupCodes backupCodes,
            FactorChanges changes,
            SecurityPolicies policies,
            TransactionTemplate transaction) {
        this.totp = totp;
        this.backupCodes = backupCodes;
        this.changes = changes;
        this.policies = policies;
        this.transaction = transaction;
    }

    public Status of(Caller caller) {
        boolean available = changes.mayEnrol();
        boolean required = policies.of(caller.organization()).mfaRequired();
        return transaction.execute(status -> new Status(
                totp.findEnabledAt(caller.account()).orElse(null),
                backupCodes.count(caller.account()),
                available,
                required));
    }

    /**
     * @param totpSince since when there is an authenticator app; absent if there is none
     * @param available whether the organization's plan lets its members enrol
     * @param required whether the organization wants a second factor of its members
     */
    public record Status(@Nullable Instant totpSince, int backupCodesLeft, boolean available, boolean required) {}
}
