package io.claribi.jobs;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.Grants;
import java.util.Optional;

/** What people may do at this moment in the organization of the work around; told by the module that knows members. */
public interface PresentRights {

    /**
     * What the account holds, and goes on holding until the transaction around ends; empty if it is no active member.
     */
    Optional<Grants> hold(AccountId account);
}
