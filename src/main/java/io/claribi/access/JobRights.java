package io.claribi.access;

import io.claribi.jobs.PresentRights;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.Grants;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells jobs what the people they act for may do. */
@Component
class JobRights implements PresentRights {
    private final MembershipStore memberships;
    private final GrantRules rules;

    JobRights(MembershipStore memberships, GrantRules rules) {
        this.memberships = memberships;
        this.rules = rules;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Grants> hold(AccountId account) {
        // Nobody may be removed between this and what the job leaves in their name, which would then be nobody's.
        rules.holdStill();
        return memberships
                .find(account)
                .filter(Membership::isActive)
                .map(membership -> membership.role().grants());
    }
}
