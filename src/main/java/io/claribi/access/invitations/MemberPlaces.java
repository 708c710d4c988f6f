package io.claribi.access.invitations;

import io.claribi.access.Memberships;
import io.claribi.identity.Accounts;
import io.claribi.identity.EmailAddress;
import io.claribi.plans.Entitlements;
import io.claribi.plans.Limit;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * The places that the current organization's plan has for members: disabled ones take one each, and invitations for as long
 * as they can be accepted.
 */
@Component
class MemberPlaces {
    private final Memberships memberships;
    private final InvitationStore invitations;
    private final InvitationRights rights;
    private final Accounts accounts;
    private final Entitlements entitlements;
    private final Clock clock;

    MemberPlaces(
            Memberships memberships,
            InvitationStore invitations,
            InvitationRights rights,
            Accounts accounts,
            Entitlements entitlements,
            Clock clock) {
        this.memberships = memberships;
        this.invitations = invitations;
        this.rights = rights;
        this.accounts = accounts;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    long count() {
        return memberships.count() + rights.countHeld(invitations.listPending(clock.instant()));
    }

    /**
     * Keeps a place for one more; of two who want the last one, one gets it.
     *
     * @throws io.claribi.kernel.AppException PLAN_LIMIT_REACHED
     */
    void reserve() {
        entitlements.reserve(Limit.MEMBERS, this::count, 1);
    }

    /**
     * Whether what was reserved is still there: a plan may have become smaller.
     *
     * @throws io.claribi.kernel.AppException PLAN_LIMIT_REACHED
     */
    void checkEnough() {
        entitlements.check(Limit.MEMBERS, count());
    }

    boolean isMember(EmailAddress email) {
        return accounts.find(email)
                .flatMap(account -> memberships.find(account.id()))
                .isPresent();
    }
}
