package io.claribi.access;

import io.claribi.kernel.Permission;
import java.util.Collections;
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
        return Collections.unmodifiableSet(grants().keySet());
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
}
