package io.claribi.access;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Those whose something new shall be. */
@Component
public class Creators {
    private final MembershipStore memberships;

    Creators(MembershipStore memberships) {
        this.memberships = memberships;
    }

    /**
     * Keeps the account an active member until the transaction ends. Whoever removes it meanwhile waits, and then hands on
     * also what was created in this transaction.
     *
     * @throws AppException SESSION_ENDED if it is no active member any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(AccountId account) {
        if (!memberships.holdActive(account)) {
            throw Callers.noMember();
        }
    }
}
