package io.claribi.access;

import static io.claribi.access.AccessError.MEMBER_NOT_FOUND;
import static io.claribi.access.AccessError.OWNER_PROTECTED;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The members of the current organization. */
@Component
public class Members {
    private final MembershipStore store;

    Members(MembershipStore store) {
        this.store = store;
    }

    /**
     * Whether the caller may do to a member what their permission says. To the Owner nobody may but the Owner: an
     * Administrator who could end the Owner's sessions again and again, or take away their second factor, could keep the
     * Owner from taking the role away.
     *
     * @throws AppException MEMBER_NOT_FOUND or OWNER_PROTECTED
     */
    @Transactional(readOnly = true)
    public void checkCanManage(Caller caller, AccountId member) {
        Membership membership = store.find(member)
                .orElseThrow(
                        () -> new AppException(MEMBER_NOT_FOUND, "There is no member %s.".formatted(member.value())));
        if (membership.isOwner() && !member.equals(caller.account())) {
            throw new AppException(OWNER_PROTECTED, "Only the Owner may do this to the Owner.");
        }
    }
}
