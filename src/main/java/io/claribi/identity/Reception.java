package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;

/** Says whether an organization lets an account in at this moment; whoever knows its members and its state does. */
public interface Reception {
    /** Called where no organization is bound. */
    boolean letsIn(AccountId account, OrganizationId organization);
}
