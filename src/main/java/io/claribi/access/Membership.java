package io.claribi.access;

import io.claribi.kernel.AccountId;

/** Somebody's place in the current organization. */
record Membership(AccountId account, Role role, MemberStatus status) {

    boolean isActive() {
        return status == MemberStatus.ACTIVE;
    }

    boolean isOwner() {
        return role == BuiltInRole.OWNER;
    }

    Membership as(Role another) {
        return new Membership(account, another, status);
    }
}
