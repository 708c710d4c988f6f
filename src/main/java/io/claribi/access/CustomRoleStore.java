package io.claribi.access;

import io.claribi.kernel.Grants;
import io.claribi.kernel.Permission;
import io.claribi.tenancy.Database;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

@Repository
class CustomRoleStore {
    private final Database database;

    CustomRoleStore(Database database) {
        this.database = database;
    }

    Optional<CustomRole> find(CustomRoleId id) {
        return database.sql("""
                        SELECT id, name, description, base, permissions, own_permissions
                        FROM access.custom_role
                        WHERE id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> role(row, "id", ""))
                .optional();
    }

    /** In the order of their names. */
    List<CustomRole> list() {
        return database.sql("""
                        SELECT id, name, description, base, permissions, own_permissions
                        FROM access.custom_role
                        ORDER BY lower(name), id
                        """).query((row, number) -> role(row, "id", "")).list();
    }

    boolean isNameTaken(String name, CustomRoleId except) {
        return database.sql("""
                        SELECT EXISTS (
                            SELECT 1
                            FROM access.custom_role
                            WHERE lower(name) = lower(:name)
                              AND id <> :except)
                        """)
                .param("name", name)
                .param("except", except.value())
                .query(Boolean.class)
                .single();
    }

    void insert(CustomRole role) {
        database.sql("""
                        INSERT INTO access.custom_role (id, name, description, base, permissions, own_permissions)
                        VALUES (:id, :name, :description, :base, :permissions, :ownPermissions)
                        """)
                .param("id", role.id().value())
                .param("name", role.name())
                .param("description", role.description())
                .param("base", role.base() == null ? null : role.base().wireName())
                .param("permissions", names(role.grants().permissions()))
                .param("ownPermissions", names(role.grants().ownPermissions()))
                .update();
    }

    void update(CustomRole role) {
        database.sql("""
                        UPDATE access.custom_role
                        SET name = :name,
                            description = :description,
                            base = :base,
                            permissions = :permissions,
                            own_permissions = :ownPermissions
                        WHERE id = :id
                        """)
                .param("id", role.id().value())
                .param("name", role.name())
                .param("description", role.description())
                .param("base", role.base() == null ? null : role.base().wireName())
                .param("permissions", names(role.grants().permissions()))
                .param("ownPermissions", names(role.grants().ownPermissions()))
                .update();
    }

    void delete(CustomRoleId id) {
        database.sql("""
                        DELETE FROM access.custom_role
                        WHERE id = :id
                        """).param("id", id.value()).update();
    }

    /** @param prefix of the columns but the id, where another table's stand beside them */
    static CustomRole role(ResultSet row, String id, String prefix) throws SQLException {
        String base = row.getString(prefix + "base");
        Set<Permission> permissions = permissions(row.getArray(prefix + "permissions"));
        Set<Permission> own = permissions(row.getArray(prefix + "own_permissions"));
        return new CustomRole(
                new CustomRoleId(row.getObject(id, UUID.class)),
                row.getString(prefix + "name"),
                row.getString(prefix + "description"),
                base == null ? null : BuiltInRole.find(base).orElseThrow(),
                new Grants(permissions, own));
    }

    private static String[] names(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::wireName).toArray(String[]::new);
    }

    /** What a later version knows and this one doesn't is not held; nor is what the Owner alone holds, whoever wrote it. */
    private static Set<Permission> permissions(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .flatMap(name -> Permission.find(name).stream())
                .filter(permission -> !BuiltInRole.isOwnerOnly(permission))
                .collect(Collectors.toSet());
    }
}
