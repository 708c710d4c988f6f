package io.claribi.access;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.claribi.kernel.Permission;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The roles that every organization has, from the one that may do everything down; each holds all of the next. */
public enum BuiltInRole {
    OWNER,
    ADMINISTRATOR,
    ANALYST,
    MEMBER,
    VIEWER;

    /** The role of this name on the wire. */
    public static Optional<BuiltInRole> find(String wireName) {
        for (BuiltInRole role : values()) {
            if (role.wireName().equals(wireName)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** What it may do, if only on what one created oneself. */
    public Set<Permission> permissions() {
        return Shipped.PERMISSIONS.getOrDefault(this, Set.of());
    }

    /** Whether it may do so only on what one created oneself. */
    public boolean isLimitedToOwn(Permission permission) {
        return grants().get(permission) == PermissionMatrix.Reach.OWN;
    }

    /** Its name on the wire: lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    private Map<Permission, PermissionMatrix.Reach> grants() {
        return PermissionMatrix.SHIPPED.grants(this);
    }

    /** One unmodifiable set a role, which the callers of all requests share. */
    private static final class Shipped {
        static final Map<BuiltInRole, Set<Permission>> PERMISSIONS = Arrays.stream(values())
                .collect(toUnmodifiableMap(
                        role -> role, role -> Set.copyOf(role.grants().keySet())));
    }
}
