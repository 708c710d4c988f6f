package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.secrets.Secret;
import java.util.Collection;
import java.util.Set;

/** A kind of proof beyond the password. */
public interface SecondFactor {
    /** Its name on the wire, such as {@code totp}. */
    String name();

    /** Whether the account can use it now, as the transaction around sees it. */
    boolean isEnrolled(AccountId account);

    /** Which of the accounts can use it now. */
    Set<AccountId> enrolledAmong(Collection<AccountId> accounts);

    /** Whether it only stands in for another one that is lost: alone it is no second factor. */
    default boolean isSpare() {
        return false;
    }

    /** Whether people type its codes; without, it is proven at log-in alone. */
    default boolean takesCodes() {
        return true;
    }

    /**
     * Whether the code is one of this factor and was never accepted before; then it never is again, on no node. Called
     * outside of a transaction.
     */
    default boolean accepts(AccountId account, Secret code) {
        return false;
    }

    /** Forgets what is enrolled, if anything is, in the transaction around. */
    void remove(AccountId account);
}
