package io.claribi.access;

import io.claribi.jobs.PresentRights;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.Grants;
import io.claribi.tenancy.Organizations;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people may do now: told to jobs of those they act for, and to changes of members and roles of who makes them. */
@Component
class JobRights implements PresentRights {
    private final MembershipStore memberships;
    private final Organizations organizations;

    JobRights(MembershipStore memberships, Organizations organizations) {
        this.memberships = memberships;
        this.organizations = organizations;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Grants> hold(AccountId account) {
        // Nobody may be removed between this and what is left in their name, which would then be nobody's.
        organizations.lock();
        return memberships
                .find(account)
                .filter(Membership::isActive)
                .map(membership -> membership.role().grants());
    }
}
