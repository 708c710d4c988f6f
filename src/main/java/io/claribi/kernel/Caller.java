package io.claribi.kernel;

import java.util.Set;

/**
 * Who acts, where, and what they may do there; made at the start of a request from the session and the membership as
 * they are at that moment, never from what the caller sent.
 *
 * @param role its name on the wire: a built-in one's in lower case, a custom one's id
 * @param roleName as people know it
 */
public record Caller(
        AccountId account,
        SessionId session,
        OrganizationId organization,
        String role,
        String roleName,
        Grants grants) {

    public Set<Permission> permissions() {
        return grants.permissions();
    }

    /** Whether the caller may do it at all, if only to what they created themselves. */
    public boolean can(Permission permission) {
        return grants.include(permission);
    }

    /** Whether the caller may do it to something that this account created. */
    public boolean can(Permission permission, AccountId creator) {
        return grants.includeOnEverything(permission) || grants.include(permission) && account.equals(creator);
    }
}
