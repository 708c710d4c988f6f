package io.claribi.access;

import io.claribi.access.roles.BuiltInRole;
import io.claribi.access.roles.Role;
import io.claribi.kernel.AccountId;

/** Somebody's place in the current organization. */
public record Membership(AccountId account, Role role, MemberStatus status) {

    public boolean isActive() {
        return status == MemberStatus.ACTIVE;
    }

    boolean isOwner() {
        return role == BuiltInRole.OWNER;
    }

    Membership as(Role another) {
        return new Membership(account, another, status);
    }
}
