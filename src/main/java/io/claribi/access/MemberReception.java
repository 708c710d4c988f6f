package io.claribi.access;

import io.claribi.identity.Reception;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import org.springframework.stereotype.Component;

/** Sends log-ins to where their member may do something, rather than to where they were last. */
@Component
class MemberReception implements Reception {
    private final PresentMembers members;
    private final Doors doors;

    MemberReception(PresentMembers members, Doors doors) {
        this.members = members;
        this.doors = doors;
    }

    @Override
    public boolean letsIn(AccountId account, OrganizationId organization) {
        return members.find(organization, account)
                .filter(Membership::isActive)
                .filter(membership -> doors.isOpen(organization, membership.isOwner()))
                .isPresent();
    }
}
