package io.claribi.access.roles;

import io.claribi.kernel.AuditableEvent;
import io.claribi.kernel.Grants;
import io.claribi.kernel.Permission;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What happens to an organization's own roles. */
sealed interface RoleChanged extends AuditableEvent {

    CustomRole role();

    @Override
    default AuditTarget auditTarget() {
        return new AuditTarget("role", role().id().value(), role().name());
    }

    record RoleCreated(CustomRole role) implements RoleChanged {
        @Override
        public String auditType() {
            return "role.created";
        }

        @Override
        public Map<String, String> auditDetails() {
            return Map.of("permissions", text(role.grants()));
        }
    }

    /** All who have it hold what it holds now. */
    record RoleUpdated(CustomRole role, CustomRole before) implements RoleChanged {
        @Override
        public String auditType() {
            return "role.updated";
        }

        @Override
        public Map<String, String> auditDetails() {
            return Map.of(
                    "nameBefore", before.name(),
                    "nameAfter", role.name(),
                    "permissionsBefore", text(before.grants()),
                    "permissionsAfter", text(role.grants()));
        }
    }

    /**
     * It is gone, and all who had it have another.
     *
     * @param users how many members and invitations had it
     */
    record RoleDeleted(CustomRole role, Role replacement, long users) implements RoleChanged {
        @Override
        public String auditType() {
            return "role.deleted";
        }

        @Override
        public Map<String, String> auditDetails() {
            return Map.of(
                    "permissions", text(role.grants()),
                    "replacement", replacement.title(),
                    "replacedAt", Long.toString(users));
        }
    }

    private static String text(Grants grants) {
        Set<Permission> own = grants.ownPermissions();
        return grants.permissions().stream()
                .sorted()
                .map(permission -> permission.wireName() + (own.contains(permission) ? " (own)" : ""))
                .collect(Collectors.joining(", "));
    }
}
