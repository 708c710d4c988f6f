package io.claribi.identity;

import static io.claribi.identity.Guess.MFA_CODE;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.FieldError;
import io.claribi.secrets.Secret;
import io.claribi.tenancy.Invalidations;
import io.claribi.tenancy.WatchedCache;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** With what accounts prove themselves beyond the password: the one place that knows whether one must. */
@Component
public class SecondFactors {
    private final List<SecondFactor> factors;
    private final SecurityPolicies policies;
    private final MfaOffer offer;
    private final Throttle throttle;
    private final TransactionTemplate transaction;
    private final WatchedCache<AccountId, Boolean> enrolled;

    SecondFactors(
            List<SecondFactor> factors,
            SecurityPolicies policies,
            MfaOffer offer,
            Throttle throttle,
            Invalidations invalidations,
            TransactionTemplate transaction) {
        this.factors = List.copyOf(factors);
        this.policies = policies;
        this.offer = offer;
        this.throttle = throttle;
        this.transaction = transaction;
        enrolled = invalidations.cache(
                "second-factor",
                account -> account.value().toString(),
                account -> !list(account).isEmpty());
    }

    /** Whether the account has one. Remembered, and asked with each request. */
    public boolean isEnrolled(AccountId account) {
        return enrolled.get(account);
    }

    /**
     * Whether the caller's organization wants a second factor of its members and the caller has none. Not where none can
     * be enrolled any more: a smaller plan locks nobody out.
     */
    public boolean mustEnrol(Caller caller) {
        return policies.of(caller.organization()).mfaRequired()
                && !isEnrolled(caller.account())
                && offer.holds(caller.organization());
    }

    /** The names of those that the account can use now, as they stand in the database; empty if it has none. */
    public List<String> list(AccountId account) {
        List<SecondFactor> usable = transaction.execute(status ->
                factors.stream().filter(factor -> factor.isEnrolled(account)).toList());
        return usable.stream().allMatch(SecondFactor::isSpare)
                ? List.of()
                : usable.stream().map(SecondFactor::name).toList();
    }

    /** Which of the accounts have one, as it stands in the database. */
    public Set<AccountId> enrolledAmong(Collection<AccountId> accounts) {
        if (accounts.isEmpty()) {
            return Set.of();
        }
        return transaction.execute(status -> factors.stream()
                .filter(factor -> !factor.isSpare())
                .flatMap(factor -> factor.enrolledAmong(accounts).stream())
                .collect(Collectors.toSet()));
    }

    /** Whether the account has one that takes codes, so that one can be asked for beside the password. */
    public boolean takesCodes(AccountId account) {
        return transaction.<Boolean>execute(
                status -> factors.stream().anyMatch(factor -> factor.takesCodes() && factor.isEnrolled(account)));
    }

    /**
     * Checks the code of somebody who is logged in. A code is good once, whatever becomes of what it was given for.
     *
     * @throws AppException MFA_CODE_INVALID or TOO_MANY_ATTEMPTS
     * @throws IllegalStateException if there is a transaction
     */
    public void check(AccountId account, Secret code) {
        if (!throttle.check(
                MFA_CODE, account.value().toString(), () -> prove(account, code).isPresent())) {
            throw wrongCode();
        }
    }

    /** The name of the factor that takes the code; no other one does afterwards. */
    Optional<String> prove(AccountId account, Secret code) {
        return factors.stream()
                .filter(factor -> factor.accepts(account, code))
                .map(SecondFactor::name)
                .findFirst();
    }

    void removeAll(AccountId account) {
        factors.forEach(factor -> factor.remove(account));
    }

    /** Makes every node look again, as of the transaction's end. */
    void forget(AccountId account) {
        enrolled.invalidate(account);
    }

    /** The refusal of a code in the settings. */
    public static AppException wrongCode() {
        return new AppException(
                MfaError.MFA_CODE_INVALID,
                "The code is wrong or was used before.",
                List.of(new FieldError("code", "is wrong or was used before; wait for the next one")));
    }
}
