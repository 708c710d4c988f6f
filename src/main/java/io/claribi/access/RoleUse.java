package io.claribi.access;

/** Where a role may be in use: a custom one can't go before its users have another. */
interface RoleUse {

    long count(CustomRoleId role);

    /** Gives all who have the one the other, in the transaction around. */
    void replace(CustomRoleId former, Role role);
}
