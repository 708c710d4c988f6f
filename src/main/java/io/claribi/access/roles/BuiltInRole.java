package io.claribi.access.roles;

import io.claribi.kernel.Grants;
import io.claribi.kernel.Permission;
import java.util.Locale;
import java.util.Optional;

/** The roles that every organization has, from the one that may do everything down; each holds all of the next. */
public enum BuiltInRole implements Role {
    OWNER("Owner", "Everything, the organization itself and its billing included."),
    ADMINISTRATOR("Administrator", "Members, roles, data sources, and whatever others created."),
    ANALYST("Analyst", "Makes dashboards, reports and goals, and asks questions of the data."),
    MEMBER("Member", "Uploads files and generates reports."),
    VIEWER("Viewer", "Looks at dashboards, reports and goals.");

    private final String title;
    private final String description;

    BuiltInRole(String title, String description) {
        this.title = title;
        this.description = description;
    }

    /** The role of this name on the wire. */
    public static Optional<BuiltInRole> find(String wireName) {
        for (BuiltInRole role : values()) {
            if (role.wireName().equals(wireName)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** Whether nobody but the Owner may ever hold it. */
    public static boolean isOwnerOnly(Permission permission) {
        return !ADMINISTRATOR.grants().include(permission);
    }

    @Override
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Grants grants() {
        return PermissionMatrix.SHIPPED.grants(this);
    }
}
