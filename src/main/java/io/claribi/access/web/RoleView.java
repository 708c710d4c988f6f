package io.claribi.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.claribi.access.roles.CustomRole;
import io.claribi.access.roles.Role;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role.
 *
 * @param id a built-in one's is its name in lower case
 * @param base the built-in role that a custom one was begun from
 * @param ownPermissions those of the permissions that reach only what one created
 * @param memberCount how many members have it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoleView(
        String id,
        String name,
        String description,
        boolean builtIn,
        @Nullable String base,
        List<String> permissions,
        List<String> ownPermissions,
        long memberCount,
        RoleRights can) {

    static RoleView of(Role role, long memberCount, Caller caller) {
        CustomRole custom = role instanceof CustomRole own ? own : null;
        boolean change = custom != null
                && caller.can(Permission.ASSIGN_ROLES)
                && caller.grants().include(role.grants());
        return new RoleView(
                role.wireName(),
                role.title(),
                role.description(),
                custom == null,
                custom == null || custom.base() == null ? null : custom.base().wireName(),
                names(role.grants().permissions()),
                names(role.grants().ownPermissions()),
                memberCount,
                new RoleRights(change, change));
    }

    private static List<String> names(Collection<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::wireName).toList();
    }

    /** What the caller may do with the role. */
    record RoleRights(boolean edit, boolean delete) {}
}
