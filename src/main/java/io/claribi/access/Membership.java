package io.claribi.access;

import io.claribi.kernel.AccountId;
import java.util.Locale;

/** Somebody's place in the current organization. */
record Membership(AccountId account, Role role, Status status) {

    boolean isActive() {
        return status == Status.ACTIVE;
    }

    boolean isOwner() {
        return role == BuiltInRole.OWNER;
    }

    Membership as(Role another) {
        return new Membership(account, another, status);
    }

    /** A disabled member keeps the place and may do nothing. */
    enum Status {
        ACTIVE,
        DISABLED;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
