package io.claribi.access.roles;

/** Where a role may be in use: a custom one can't go before its users have another. */
public interface RoleUse {

    long count(CustomRoleId role);

    /** Gives all who have the one the other, in the transaction around. */
    void replace(CustomRoleId former, Role role);
}
