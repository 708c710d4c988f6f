package io.claribi.access;

import io.claribi.plans.Limit;
import io.claribi.plans.UsageMeter;
import org.springframework.stereotype.Component;

/** How many places for members are taken. */
@Component
class MemberMeter implements UsageMeter {
    private final MembershipStore memberships;

    MemberMeter(MembershipStore memberships) {
        this.memberships = memberships;
    }

    @Override
    public Limit limit() {
        return Limit.MEMBERS;
    }

    @Override
    public long used() {
        return memberships.count();
    }
}
