package io.claribi.access.roles;

import io.claribi.kernel.Grants;
import io.claribi.kernel.Permission;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a role stands in the row of who has it: {@code role} and {@code custom_role_id}. */
public final class RoleColumns {
    private RoleColumns() {}

    /** What to write as {@code role}: what nodes take somebody for that know no custom roles. */
    public static String builtInName(Role role) {
        return role instanceof BuiltInRole builtIn ? builtIn.wireName() : BuiltInRole.VIEWER.wireName();
    }

    /** What to write as {@code custom_role_id}. */
    public static @Nullable UUID customId(Role role) {
        return role instanceof CustomRole custom ? custom.id().value() : null;
    }

    /** Reads both, where those of {@code access.custom_role} stand beside them, each after {@code role_}. */
    public static Role read(ResultSet row) throws SQLException {
        return row.getObject("custom_role_id") == null
                ? BuiltInRole.find(row.getString("role")).orElseThrow()
                : customRole(row, "custom_role_id", "role_");
    }

    /** @param prefix of the columns but the id, where another table's stand beside them */
    static CustomRole customRole(ResultSet row, String id, String prefix) throws SQLException {
        Set<Permission> permissions = permissions(row.getArray(prefix + "permissions"));
        Set<Permission> own = permissions(row.getArray(prefix + "own_permissions"));
        return new CustomRole(
                new CustomRoleId(row.getObject(id, UUID.class)),
                row.getString(prefix + "name"),
                row.getString(prefix + "description"),
                Optional.ofNullable(row.getString(prefix + "base"))
                        .map(base -> BuiltInRole.find(base).orElseThrow())
                        .orElse(null),
                new Grants(permissions, own));
    }

    /** What a later version knows and this one doesn't is not held; nor is what the Owner alone holds, whoever wrote it. */
    private static Set<Permission> permissions(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .flatMap(name -> Permission.find(name).stream())
                .filter(permission -> !BuiltInRole.isOwnerOnly(permission))
                .collect(Collectors.toSet());
    }
}
