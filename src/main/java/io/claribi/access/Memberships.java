package io.claribi.access;

import io.claribi.access.roles.Role;
import io.claribi.identity.Account;
import io.claribi.identity.Affiliations;
import io.claribi.kernel.AccountId;
import io.claribi.tenancy.OrganizationScope;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to the current organization; what of it identity and the nodes' memory must know is told them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Memberships {
    private final MembershipStore store;
    private final PresentMembers present;
    private final Affiliations affiliations;
    private final ApplicationEventPublisher events;

    Memberships(
            MembershipStore store,
            PresentMembers present,
            Affiliations affiliations,
            ApplicationEventPublisher events) {
        this.store = store;
        this.present = present;
        this.affiliations = affiliations;
        this.events = events;
    }

    public Optional<Membership> find(AccountId account) {
        return store.find(account);
    }

    public AccountId owner() {
        return store.owner();
    }

    /** None in an organization that is being deleted. */
    public Optional<AccountId> findOwner() {
        return store.findOwner();
    }

    /** How many places are taken: also those of disabled members. */
    public long count() {
        return store.count();
    }

    /** Makes somebody an active member; that there is a place for them was reserved before. */
    public void add(Account account, Role role) {
        store.insert(new Membership(account.id(), role, MemberStatus.ACTIVE));
        affiliations.add(account.id(), OrganizationScope.current());
        present.forget(account.id());
        events.publishEvent(new MemberJoined(account, role));
    }

    void changeRole(AccountId account, Role role) {
        store.setRole(account, role);
        present.forget(account);
    }

    /** Whoever is disabled keeps the place; their sessions here end, and log-ins go to where they may do something. */
    void disable(AccountId account) {
        store.setStatus(account, MemberStatus.DISABLED);
        affiliations.remove(account, OrganizationScope.current());
        present.forget(account);
    }

    void enable(AccountId account) {
        store.setStatus(account, MemberStatus.ACTIVE);
        affiliations.add(account, OrganizationScope.current());
        present.forget(account);
    }

    void remove(AccountId account) {
        store.delete(account);
        affiliations.remove(account, OrganizationScope.current());
        present.forget(account);
    }

    /** Ends the sessions here of all but one; they get in again once the organization lets them. */
    public void sendOthersHome(AccountId except) {
        store.listAccounts().stream()
                .filter(account -> !account.equals(except))
                .forEach(account -> affiliations.endSessions(account, OrganizationScope.current()));
    }

    /** Lets nobody in any more. */
    public void sendAllHome() {
        for (AccountId account : store.listAccounts()) {
            affiliations.remove(account, OrganizationScope.current());
            present.forget(account);
        }
    }

    /**
     * Hands the Owner's role on; the former Owner is an Administrator then. Of two who try at once one does.
     *
     * @return whether it was done: not if the one is not the Owner any more, or the other no active member
     */
    public boolean handOwnershipOn(AccountId owner, AccountId successor) {
        if (store.find(successor).filter(Membership::isActive).isEmpty() || !store.retireOwner(owner)) {
            return false;
        }
        if (!store.makeOwner(successor)) {
            throw new IllegalStateException("The successor ceased to be an active member meanwhile");
        }
        present.forget(owner);
        present.forget(successor);
        return true;
    }
}
