package io.claribi.access.invitations;

import io.claribi.access.Membership;
import io.claribi.access.Memberships;
import io.claribi.access.roles.BuiltInRole;
import io.claribi.access.roles.GrantRules;
import io.claribi.access.roles.Role;
import io.claribi.access.roles.Roles;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Grants;
import io.claribi.kernel.Permission;
import io.claribi.plans.Entitlements;
import io.claribi.plans.Feature;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may invite whom as what. */
@Component
class InvitationRights {
    private final Roles roles;
    private final GrantRules rules;
    private final Memberships memberships;
    private final Entitlements entitlements;

    InvitationRights(Roles roles, GrantRules rules, Memberships memberships, Entitlements entitlements) {
        this.roles = roles;
        this.rules = rules;
        this.memberships = memberships;
        this.entitlements = entitlements;
    }

    /**
     * The role that the caller asks for, member unless they say so; nobody else changes members, roles or invitations
     * afterwards until the transaction ends.
     *
     * @throws AppException INVALID_INPUT, PLAN_FEATURE_MISSING, ROLE_NOT_ASSIGNABLE, PERMISSION_DENIED
     */
    Role grantable(Caller caller, @Nullable String idOrName) {
        Role role = idOrName == null ? BuiltInRole.MEMBER : roles.named("role", idOrName);
        if (role != BuiltInRole.MEMBER) {
            entitlements.require(Feature.ROLE_MANAGEMENT);
        }
        checkGrantable(caller, role);
        return role;
    }

    /**
     * @throws AppException ROLE_NOT_ASSIGNABLE, PERMISSION_DENIED
     */
    void checkGrantable(Caller caller, Role role) {
        roles.checkGrantable(caller, Permission.INVITE_USERS, role);
    }

    /**
     * @throws AppException PERMISSION_DENIED if the caller may not invite any more
     */
    void hold(Caller caller) {
        rules.hold(caller, Permission.INVITE_USERS);
    }

    /** Whether whoever gave the invitation its role could do so now. */
    boolean stillHold(Invitation invitation) {
        return covers(held(invitation.grantedBy()), invitation);
    }

    /** How many of them that is so of. */
    long countHeld(List<Invitation> invitations) {
        var held = new HashMap<AccountId, Grants>();
        return invitations.stream()
                .filter(invitation -> covers(held.computeIfAbsent(invitation.grantedBy(), this::held), invitation))
                .count();
    }

    private Grants held(AccountId account) {
        return memberships
                .find(account)
                .filter(Membership::isActive)
                .map(membership -> membership.role().grants())
                .orElse(Grants.NONE);
    }

    private static boolean covers(Grants held, Invitation invitation) {
        return held.include(Permission.INVITE_USERS)
                && held.include(invitation.role().grants());
    }
}
