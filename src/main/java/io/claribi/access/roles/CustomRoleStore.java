package io.claribi.access.roles;

import io.claribi.kernel.Permission;
import io.claribi.tenancy.Database;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
                .query((row, number) -> RoleColumns.customRole(row, "id", ""))
                .optional();
    }

    /** In the order of their names. */
    List<CustomRole> list() {
        return database.sql("""
                        SELECT id, name, description, base, permissions, own_permissions
                        FROM access.custom_role
                        ORDER BY lower(name), id
                        """)
                .query((row, number) -> RoleColumns.customRole(row, "id", ""))
                .list();
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

    private static String[] names(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::wireName).toArray(String[]::new);
    }
}
