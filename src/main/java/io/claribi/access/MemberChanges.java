package io.claribi.access;

import static io.claribi.access.AccessError.LAST_OWNER;
import static io.claribi.access.AccessError.MEMBER_IS_YOU;
import static io.claribi.access.AccessError.OWNER_PROTECTED;
import static io.claribi.http.HttpError.INVALID_INPUT;

import io.claribi.access.MemberChanged.MemberDisabled;
import io.claribi.access.MemberChanged.MemberEnabled;
import io.claribi.access.MemberChanged.MemberRemoved;
import io.claribi.access.MemberChanged.MemberRoleChanged;
import io.claribi.access.roles.GrantRules;
import io.claribi.access.roles.Role;
import io.claribi.access.roles.Roles;
import io.claribi.identity.Accounts;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.FieldError;
import io.claribi.kernel.Grants;
import io.claribi.kernel.Permission;
import io.claribi.plans.Entitlements;
import io.claribi.plans.Feature;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of who belongs to the organization and as what. All act on the next request of whom they are about. None reaches
 * the Owner, whose role goes by a transfer alone, or who holds more than the caller.
 */
@Component
public class MemberChanges {
    private final Memberships memberships;
    private final Roles roles;
    private final GrantRules rules;
    private final Accounts accounts;
    private final Entitlements entitlements;
    private final ApplicationEventPublisher events;

    MemberChanges(
            Memberships memberships,
            Roles roles,
            GrantRules rules,
            Accounts accounts,
            Entitlements entitlements,
            ApplicationEventPublisher events) {
        this.memberships = memberships;
        this.roles = roles;
        this.rules = rules;
        this.accounts = accounts;
        this.entitlements = entitlements;
        this.events = events;
    }

    /**
     * Changes role, status or both, or nothing.
     *
     * @throws AppException INVALID_INPUT if neither is named, and what {@link #changeRole}, {@link #disable} and
     *     {@link #enable} throw
     */
    @Transactional
    public void change(Caller caller, AccountId member, @Nullable String role, @Nullable MemberStatus status) {
        get(member);
        if (role == null && status == null) {
            throw new AppException(
                    INVALID_INPUT, "Nothing is asked for.", List.of(new FieldError("role", "or status is required")));
        }
        if (role != null) {
            changeRole(caller, member, role);
        }
        if (status == MemberStatus.DISABLED) {
            disable(caller, member);
        } else if (status == MemberStatus.ACTIVE) {
            enable(caller, member);
        }
    }

    /**
     * Gives a member another role; one's own can only become a lesser one.
     *
     * @param name of a built-in role, or a custom one's id
     * @throws AppException MEMBER_NOT_FOUND, PERMISSION_DENIED, OWNER_PROTECTED, LAST_OWNER, HOLDS_MORE_THAN_YOU,
     *     INVALID_INPUT, ROLE_NOT_ASSIGNABLE, PLAN_FEATURE_MISSING
     */
    @Transactional
    public void changeRole(Caller caller, AccountId member, String name) {
        get(member);
        Grants held = rules.hold(caller, Permission.ASSIGN_ROLES);
        Membership before = getCovered(caller, held, member);
        Role role = roles.named("role", name);
        GrantRules.checkGrantable(held, role);
        entitlements.require(Feature.ROLE_MANAGEMENT);
        if (!before.role().equals(role)) {
            memberships.changeRole(member, role);
            events.publishEvent(new MemberRoleChanged(accounts.get(member), role, before.role()));
        }
    }

    /**
     * Takes a member's access away until somebody {@linkplain #enable gives it back}. Their sessions here end; the place
     * stays taken.
     *
     * @throws AppException MEMBER_NOT_FOUND, PERMISSION_DENIED, OWNER_PROTECTED, LAST_OWNER, HOLDS_MORE_THAN_YOU,
     *     MEMBER_IS_YOU
     */
    @Transactional
    public void disable(Caller caller, AccountId member) {
        Membership before = getToEdit(caller, member);
        if (member.equals(caller.account())) {
            throw new AppException(MEMBER_IS_YOU, "You can't disable yourself. You can leave the organization.");
        }
        if (before.isActive()) {
            memberships.disable(member);
            events.publishEvent(new MemberDisabled(accounts.get(member)));
        }
    }

    /**
     * @throws AppException MEMBER_NOT_FOUND, PERMISSION_DENIED, OWNER_PROTECTED, LAST_OWNER, HOLDS_MORE_THAN_YOU
     */
    @Transactional
    public void enable(Caller caller, AccountId member) {
        Membership before = getToEdit(caller, member);
        if (!before.isActive()) {
            memberships.enable(member);
            events.publishEvent(new MemberEnabled(accounts.get(member)));
        }
    }

    /**
     * Ends a membership: the sessions here are over, the place is free, and what the person created is the Owner's.
     *
     * @throws AppException MEMBER_NOT_FOUND, PERMISSION_DENIED, OWNER_PROTECTED, LAST_OWNER, HOLDS_MORE_THAN_YOU
     */
    @Transactional
    public void remove(Caller caller, AccountId member) {
        get(member);
        Grants held = rules.hold(caller, Permission.REMOVE_USERS);
        remove(getCovered(caller, held, member), member.equals(caller.account()));
    }

    /**
     * Ends the caller's own membership, as everybody may but the Owner.
     *
     * @throws AppException MEMBER_NOT_FOUND, LAST_OWNER
     */
    @Transactional
    public void leave(Caller caller) {
        rules.holdStill();
        Membership own = get(caller.account());
        checkNotOwner(caller, own);
        remove(own, true);
    }

    private void remove(Membership membership, boolean left) {
        memberships.remove(membership.account());
        events.publishEvent(
                new MemberRemoved(accounts.get(membership.account()), membership.role(), memberships.owner(), left));
    }

    private Membership getToEdit(Caller caller, AccountId member) {
        get(member);
        return getCovered(caller, rules.hold(caller, Permission.EDIT_USERS), member);
    }

    private Membership getCovered(Caller caller, Grants held, AccountId member) {
        Membership membership = get(member);
        checkNotOwner(caller, membership);
        GrantRules.checkCovers(held, membership.role(), "This member");
        return membership;
    }

    private static void checkNotOwner(Caller caller, Membership membership) {
        if (membership.isOwner()) {
            throw membership.account().equals(caller.account())
                    ? new AppException(
                            LAST_OWNER,
                            "An organization always has an Owner. Transfer the ownership to another member first.")
                    : new AppException(OWNER_PROTECTED, "Nobody may do this to the Owner.");
        }
    }

    private Membership get(AccountId member) {
        return memberships.find(member).orElseThrow(() -> Members.notFound(member));
    }
}
