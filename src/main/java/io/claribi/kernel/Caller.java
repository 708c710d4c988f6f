package io.claribi.kernel;

import java.util.Set;

/**
 * Who acts, where, and what they may do there; made at the start of a request or a job from the session and the
 * membership as they are at that moment, never from what the caller sent.
 */
public record Caller(
        AccountId account, SessionId session, OrganizationId organization, String role, Set<Permission> permissions) {
    public Caller {
        permissions = Set.copyOf(permissions);
    }

    public boolean can(Permission permission) {
        return permissions.contains(permission);
    }
}
