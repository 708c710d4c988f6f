package io.claribi.access.invitations;

import io.claribi.plans.Limit;
import io.claribi.plans.UsageMeter;
import org.springframework.stereotype.Component;

/** How many places for members are taken: pending invitations take one each. */
@Component
class MemberMeter implements UsageMeter {
    private final MemberPlaces places;

    MemberMeter(MemberPlaces places) {
        this.places = places;
    }

    @Override
    public Limit limit() {
        return Limit.MEMBERS;
    }

    @Override
    public long used() {
        return places.count();
    }
}
