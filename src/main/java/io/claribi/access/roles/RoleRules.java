package io.claribi.access.roles;

import static io.claribi.http.HttpError.INVALID_INPUT;

import io.claribi.identity.Names;
import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import io.claribi.kernel.Grants;
import io.claribi.kernel.Permission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a custom role may be: nothing of the Owner's alone, and no more than whoever makes it holds. */
final class RoleRules {
    private static final int MOST_DESCRIPTION = 500;

    private final Grants held;
    private final List<FieldError> errors = new ArrayList<>();

    private RoleRules(Grants held) {
        this.held = held;
    }

    /**
     * The role that the draft describes.
     *
     * @param held by whoever makes it
     * @throws AppException INVALID_INPUT with everything that is wrong
     */
    static CustomRole read(CustomRoleId id, RoleDraft draft, Grants held) {
        var rules = new RoleRules(held);
        CustomRole role = rules.read(id, draft);
        if (!rules.errors.isEmpty()) {
            throw new AppException(INVALID_INPUT, "The role can't be like this.", rules.errors);
        }
        return role;
    }

    private CustomRole read(CustomRoleId id, RoleDraft draft) {
        String name = Names.required("name", draft.name(), errors);
        String description = draft.description().strip();
        if (description.length() > MOST_DESCRIPTION) {
            wrong("description", "must have at most %d characters".formatted(MOST_DESCRIPTION));
        }
        BuiltInRole base = base(draft.base());
        return new CustomRole(id, name, description, base, grants(draft, base));
    }

    private @Nullable BuiltInRole base(@Nullable String name) {
        if (name == null) {
            return null;
        }
        Optional<BuiltInRole> base = BuiltInRole.find(name).filter(role -> role != BuiltInRole.OWNER);
        if (base.isEmpty()) {
            wrong("base", "must be administrator, analyst, member or viewer");
        }
        return base.orElse(null);
    }

    private Grants grants(RoleDraft draft, @Nullable BuiltInRole base) {
        if (draft.permissions() == null) {
            Grants grants = base == null ? Grants.NONE : base.grants();
            checkHeld(grants, "base");
            if (base == null) {
                wrong("permissions", "must be given, or a base whose permissions are taken");
            }
            return grants;
        }
        Set<Permission> permissions = read("permissions", draft.permissions());
        Set<Permission> own = read("ownPermissions", draft.ownPermissions());
        if (permissions.isEmpty()) {
            wrong("permissions", "must hold at least one permission");
        }
        own.forEach(permission -> checkLimited(permission, permissions));
        own.retainAll(permissions);
        var grants = new Grants(permissions, own);
        checkHeld(grants, "permissions");
        return grants;
    }

    private Set<Permission> read(String field, List<String> names) {
        var found = EnumSet.noneOf(Permission.class);
        for (int index = 0; index < names.size(); index++) {
            Optional<Permission> permission = Permission.find(names.get(index));
            if (permission.isEmpty()) {
                wrong("%s[%d]".formatted(field, index), "is not the name of a permission");
            }
            permission.ifPresent(found::add);
        }
        return found;
    }

    private void checkLimited(Permission permission, Set<Permission> permissions) {
        if (!permissions.contains(permission)) {
            wrong("ownPermissions", "must all be among the permissions; %s is not".formatted(permission.wireName()));
        } else if (!permission.isLimitable()) {
            wrong(
                    "ownPermissions",
                    "can't hold %s, which is about nothing that anybody created".formatted(permission.wireName()));
        }
    }

    private void checkHeld(Grants grants, String field) {
        grants.permissions().stream()
                .filter(BuiltInRole::isOwnerOnly)
                .sorted()
                .forEach(permission ->
                        wrong(field, "can't hold %s: only the Owner does".formatted(permission.wireName())));
        held.beyond(grants).stream()
                .filter(permission -> !BuiltInRole.isOwnerOnly(permission))
                .forEach(permission -> wrong(
                        field,
                        held.include(permission)
                                ? "can't hold %s on everything: you hold it for what you created alone"
                                        .formatted(permission.wireName())
                                : "can't hold %s: you don't hold it yourself".formatted(permission.wireName())));
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
