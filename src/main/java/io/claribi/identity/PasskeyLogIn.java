package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.secrets.Secret;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Log-in by passkey: instead of a password, or after one as the second factor. */
@Component
class PasskeyLogIn {
    /** On the wire among the factors, and in the trail. */
    static final String FACTOR = "passkey";

    private static final String ALONE = "log in";

    private final Assertions assertions;
    private final PendingLogIns pending;
    private final Accounts accounts;
    private final LogInTrail trail;
    private final TransactionTemplate transaction;

    PasskeyLogIn(
            Assertions assertions,
            PendingLogIns pending,
            Accounts accounts,
            LogInTrail trail,
            TransactionTemplate transaction) {
        this.assertions = assertions;
        this.pending = pending;
        this.accounts = accounts;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * What the browser asks an authenticator with.
     *
     * @param mfaToken of a log-in whose password was right; absent: the passkey is all there is
     * @throws AppException MFA_TOKEN_INVALID
     */
    String request(@Nullable Secret mfaToken, Device device) {
        return mfaToken == null
                ? assertions.request(Optional.empty(), ALONE)
                : assertions.request(Optional.of(pending.get(mfaToken, device)), purpose(mfaToken));
    }

    /**
     * Who may come in with this answer. A log-in that was pending is still to be ended.
     *
     * @throws AppException PASSKEY_REFUSED, MFA_TOKEN_INVALID or NO_ORGANIZATION
     */
    Accounts.Entrant verify(@Nullable Secret mfaToken, String credential, Device device) {
        Optional<AccountId> expected = Optional.ofNullable(mfaToken).map(token -> pending.tryOnce(token, device));
        String purpose = mfaToken == null ? ALONE : purpose(mfaToken);
        try {
            AccountId proven = transaction.execute(status -> assertions.verify(expected, purpose, credential));
            return accounts.entrant(accounts.get(proven)).with(FACTOR);
        } catch (AppException e) {
            expected.map(accounts::get).ifPresent(account -> trail.codeRefused(account, Throttle.Verdict.WRONG));
            throw e;
        }
    }

    private static String purpose(Secret mfaToken) {
        return OpaqueToken.read(mfaToken)
                .map(token -> "go on with log-in " + HexFormat.of().formatHex(token.hash()))
                .orElseThrow(PendingLogIns::invalid);
    }
}
