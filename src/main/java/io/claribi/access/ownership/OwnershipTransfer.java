package io.claribi.access.ownership;

import io.claribi.identity.Account;
import io.claribi.kernel.AccountId;
import java.time.Duration;
import java.time.Instant;

/** The Owner wants another member to take over, who has until then to accept. */
public record OwnershipTransfer(Account from, Account to, Instant expiresAt) {
    static final Duration LIFE = Duration.ofDays(3);

    public boolean isFrom(AccountId account) {
        return from.id().equals(account);
    }

    public boolean isTo(AccountId account) {
        return to.id().equals(account);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
