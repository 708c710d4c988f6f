package io.claribi.access.invitations;

import io.claribi.access.PersonName;
import io.claribi.access.invitations.InvitationLinks.Link;
import io.claribi.identity.Account;
import io.claribi.identity.Accounts;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.tenancy.Organizations;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads invitations for those whom they are for, who belong to no organization yet. */
@Component
class Offers {
    private final InvitationStore invitations;
    private final Organizations organizations;
    private final Accounts accounts;
    private final OrganizationWork work;
    private final TransactionTemplate apart;

    Offers(
            InvitationStore invitations,
            Organizations organizations,
            Accounts accounts,
            OrganizationWork work,
            PlatformTransactionManager transactionManager) {
        this.invitations = invitations;
        this.organizations = organizations;
        this.accounts = accounts;
        this.work = work;
        apart = new TransactionTemplate(transactionManager);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Empty if it is not open any more. */
    Optional<Offer> find(Link link) {
        return work.call(link.organization(), () -> read(link));
    }

    /** The same from within a transaction that is bound to no organization. */
    Optional<Offer> findApart(Link link) {
        return OrganizationScope.call(link.organization(), () -> apart.execute(status -> read(link)));
    }

    private Optional<Offer> read(Link link) {
        return invitations.find(link.invitation()).map(invitation -> {
            Account inviter = accounts.get(invitation.invitedBy());
            return new Offer(
                    organizations.get(),
                    invitation,
                    PersonName.of(inviter),
                    inviter.email().value(),
                    accounts.find(invitation.email()).isPresent());
        });
    }
}
