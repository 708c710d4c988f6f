package io.claribi.kernel;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody may do, and on what.
 *
 * @param permissions all of them
 * @param ownPermissions those among them that reach only what one created oneself
 */
public record Grants(Set<Permission> permissions, Set<Permission> ownPermissions) {
    public static final Grants NONE = new Grants(Set.of(), Set.of());

    public Grants {
        permissions = Set.copyOf(permissions);
        ownPermissions = Set.copyOf(ownPermissions);
        if (!permissions.containsAll(ownPermissions)) {
            throw new IllegalArgumentException("What is limited to one's own must be held at all");
        }
    }

    /** Each of them on everything. */
    public static Grants of(Collection<Permission> permissions) {
        return new Grants(Set.copyOf(permissions), Set.of());
    }

    /** Whether it may be done at all, if only on what one created oneself. */
    public boolean include(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether it may be done to whatever anybody created. */
    public boolean includeOnEverything(Permission permission) {
        return permissions.contains(permission) && !ownPermissions.contains(permission);
    }

    /** What both cover; on what one created oneself only, where either does no more. */
    public Grants and(Grants others) {
        var both = EnumSet.noneOf(Permission.class);
        both.addAll(permissions);
        both.retainAll(others.permissions);
        var own = EnumSet.noneOf(Permission.class);
        own.addAll(ownPermissions);
        own.addAll(others.ownPermissions);
        own.retainAll(both);
        return new Grants(both, own);
    }

    public boolean include(Grants others) {
        return beyond(others).isEmpty();
    }

    /** Which of the others these do not cover: not held at all, or only on what one created. */
    public Set<Permission> beyond(Grants others) {
        var missing = EnumSet.noneOf(Permission.class);
        for (Permission permission : others.permissions) {
            boolean covered =
                    others.ownPermissions.contains(permission) ? include(permission) : includeOnEverything(permission);
            if (!covered) {
                missing.add(permission);
            }
        }
        return missing;
    }
}
