package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which organizations an account's log-ins and sessions may go to; whoever knows the members keeps it. */
@Component
public class Affiliations {
    private final AccountStore store;
    private final Sessions sessions;

    Affiliations(AccountStore store, Sessions sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    /** Opens an organization to an account. It is no news if it is open already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(AccountId account, OrganizationId organization) {
        store.insertAffiliation(account, organization);
    }

    /** Closes the organization to the account: its sessions there end, and log-ins go elsewhere. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(AccountId account, OrganizationId organization) {
        store.deleteAffiliation(account, organization);
        sessions.endIn(organization, account, SessionEnd.MEMBERSHIP_ENDED);
    }

    /** Ends the account's sessions in the organization, which stays open to it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endSessions(AccountId account, OrganizationId organization) {
        sessions.endIn(organization, account, SessionEnd.ORGANIZATION_CLOSED);
    }
}
