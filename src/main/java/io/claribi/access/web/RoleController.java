package io.claribi.access.web;

import io.claribi.access.Members;
import io.claribi.access.roles.BuiltInRole;
import io.claribi.access.roles.CustomRole;
import io.claribi.access.roles.Role;
import io.claribi.access.roles.RoleDraft;
import io.claribi.access.roles.Roles;
import io.claribi.http.Change;
import io.claribi.http.Requires;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Page;
import io.claribi.kernel.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/roles")
class RoleController {
    private final Roles roles;
    private final Members members;

    RoleController(Roles roles, Members members) {
        this.roles = roles;
        this.members = members;
    }

    @GetMapping
    @Requires(Permission.VIEW_USERS)
    Page<RoleView> list(Caller caller) {
        Map<String, Long> counts = members.countByRole();
        return new Page<>(
                roles.list().stream()
                        .map(role -> RoleView.of(role, counts.getOrDefault(role.wireName(), 0L), caller))
                        .toList(),
                null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.ASSIGN_ROLES)
    ResponseEntity<RoleView> create(Caller caller, @Valid @RequestBody RoleRequest request) {
        CustomRole role = roles.create(caller, request.draft());
        return ResponseEntity.created(URI.create("/api/v1/roles/" + role.wireName()))
                .body(view(role, caller));
    }

    @GetMapping("/{id}")
    @Requires(Permission.VIEW_USERS)
    RoleView get(Caller caller, @PathVariable String id) {
        return view(roles.get(id), caller);
    }

    @PatchMapping("/{id}")
    @Requires(Permission.ASSIGN_ROLES)
    RoleView change(Caller caller, @PathVariable String id, @Valid @RequestBody RoleChange request) {
        return view(roles.change(caller, id, request::applyTo), caller);
    }

    /** @param replacement the role that those get who have this one; needed if anybody has */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ASSIGN_ROLES)
    void delete(Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String replacement) {
        roles.delete(caller, id, replacement);
    }

    private RoleView view(Role role, Caller caller) {
        return RoleView.of(role, members.countByRole().getOrDefault(role.wireName(), 0L), caller);
    }

    /** @param permissions what the base holds, if they are absent */
    record RoleRequest(
            String name,
            @Nullable String description,
            @Nullable String base,
            @Size(max = 100) @Nullable List<String> permissions,
            @Size(max = 100) @Nullable List<String> ownPermissions) {
        RoleDraft draft() {
            return new RoleDraft(
                    name,
                    description == null ? "" : description,
                    base,
                    permissions,
                    ownPermissions == null ? List.of() : ownPermissions);
        }
    }

    /** What is absent stays as it is; of the permissions that are limited to one's own, those that are still held. */
    record RoleChange(
            @Nullable String name,
            @Nullable String description,
            @Nullable Change<String> base,
            @Size(max = 100) @Nullable List<String> permissions,
            @Size(max = 100) @Nullable List<String> ownPermissions) {
        RoleDraft applyTo(CustomRole role) {
            BuiltInRole former = role.base();
            List<String> held = permissions == null ? names(role.grants().permissions()) : permissions;
            return new RoleDraft(
                    name == null ? role.name() : name,
                    description == null ? role.description() : description,
                    Change.apply(base, former == null ? null : former.wireName()),
                    held,
                    ownPermissions == null
                            ? names(role.grants().ownPermissions()).stream()
                                    .filter(held::contains)
                                    .toList()
                            : ownPermissions);
        }

        private static List<String> names(Collection<Permission> permissions) {
            return permissions.stream().map(Permission::wireName).toList();
        }
    }
}
