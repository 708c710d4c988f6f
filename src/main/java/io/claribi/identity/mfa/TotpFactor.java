package io.claribi.identity.mfa;

import io.claribi.identity.SecondFactor;
import io.claribi.kernel.AccountId;
import io.claribi.secrets.AccountSecrets;
import io.claribi.secrets.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Codes of an authenticator app: RFC 6238, SHA-1, six digits, 30 seconds, by the server's clock. */
@Component
@Order(1)
class TotpFactor implements SecondFactor {
    static final String NAME = "totp";

    private static final String FIELD = "totp";
    /** How long a QR code may be looked at before the first code is typed. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final TotpStore store;
    private final AccountSecrets secrets;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TotpFactor(TotpStore store, AccountSecrets secrets, Clock clock, TransactionTemplate transaction) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isEnrolled(AccountId account) {
        return findEnabledAt(account).isPresent();
    }

    @Override
    public Set<AccountId> enrolledAmong(Collection<AccountId> accounts) {
        return store.enrolledAmong(accounts);
    }

    Optional<Instant> findEnabledAt(AccountId account) {
        return store.findEnabledAt(account);
    }

    @Override
    public boolean accepts(AccountId account, Secret code) {
        return transaction.execute(status -> {
            OptionalLong step = isEnrolled(account) ? stepOf(account, code) : OptionalLong.empty();
            return step.isPresent() && store.accept(account, step.getAsLong());
        });
    }

    /** Begins an enrolment: nothing counts before it is {@linkplain #enable finished}. Empty if one was finished. */
    Optional<Seed> begin(AccountId account) {
        if (!store.begin(account, clock.instant())) {
            return Optional.empty();
        }
        Seed seed = Seed.random();
        secrets.put(account, FIELD, seed.base32());
        return Optional.of(seed);
    }

    /** Whether an enrolment was begun that can still be finished. */
    boolean isBegun(AccountId account) {
        return store.isBegun(account, clock.instant().minus(PATIENCE));
    }

    /** Finishes an enrolment; the code that proved it is spent with that. */
    boolean enable(AccountId account, long provenStep) {
        return store.enable(account, clock.instant(), provenStep);
    }

    @Override
    public void remove(AccountId account) {
        store.delete(account);
        secrets.delete(account, FIELD);
    }

    /** The step whose code this is, for the seed that is enrolled or about to be. */
    OptionalLong stepOf(AccountId account, Secret code) {
        Optional<Seed> seed = secrets.open(account, FIELD).map(Seed::new);
        return seed.isPresent()
                ? seed.get().stepOf(code, OneTimePasswords.step(clock.instant()))
                : OptionalLong.empty();
    }
}
