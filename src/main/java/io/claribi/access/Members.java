package io.claribi.access;

import static io.claribi.access.AccessError.MEMBER_NOT_FOUND;
import static io.claribi.access.AccessError.OWNER_PROTECTED;

import io.claribi.access.roles.GrantRules;
import io.claribi.identity.SecondFactors;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The members of the current organization. */
@Component
public class Members {
    private final MemberStore store;
    private final MembershipStore memberships;
    private final SecondFactors factors;

    Members(MemberStore store, MembershipStore memberships, SecondFactors factors) {
        this.store = store;
        this.memberships = memberships;
        this.factors = factors;
    }

    /**
     * A page of them, those first whose account is the oldest.
     *
     * @param search a part of the e-mail address or name; all if it is absent or blank
     */
    @Transactional(readOnly = true)
    public Page<Member> list(@Nullable String search, @Nullable UUID after, int pageSize) {
        String part = search == null || search.isBlank() ? null : search.strip();
        List<Member> found = store.list(part, after, pageSize + 1);
        return Page.of(
                withFactors(found), pageSize, member -> member.account().id().value());
    }

    /**
     * @throws AppException MEMBER_NOT_FOUND
     */
    @Transactional(readOnly = true)
    public Member get(AccountId id) {
        return withFactors(List.of(store.find(id).orElseThrow(() -> notFound(id))))
                .getFirst();
    }

    /** How many have each role, by its name on the wire; roles that nobody has are missing. */
    @Transactional(readOnly = true)
    public Map<String, Long> countByRole() {
        return memberships.countByRole();
    }

    /**
     * Whether the caller may do to a member what their permission says. To the Owner nobody may but the Owner: an
     * Administrator who could end the Owner's sessions again and again, or take away their second factor, could keep the
     * Owner from taking the role away. Nor may anybody to who holds more than they do.
     *
     * @throws AppException MEMBER_NOT_FOUND, OWNER_PROTECTED or HOLDS_MORE_THAN_YOU
     */
    @Transactional(readOnly = true)
    public void checkCanManage(Caller caller, AccountId member) {
        Membership membership = memberships.find(member).orElseThrow(() -> notFound(member));
        if (member.equals(caller.account())) {
            return;
        }
        if (membership.isOwner()) {
            throw new AppException(OWNER_PROTECTED, "Only the Owner may do this to the Owner.");
        }
        GrantRules.checkCovers(caller.grants(), membership.role(), "This member");
    }

    static AppException notFound(AccountId id) {
        return new AppException(MEMBER_NOT_FOUND, "There is no member %s.".formatted(id.value()));
    }

    private List<Member> withFactors(List<Member> members) {
        Set<AccountId> enrolled = factors.enrolledAmong(
                members.stream().map(member -> member.account().id()).toList());
        return members.stream()
                .map(member -> new Member(
                        member.account(),
                        member.role(),
                        member.status(),
                        member.joinedAt(),
                        member.lastActiveAt(),
                        enrolled.contains(member.account().id())))
                .toList();
    }
}
