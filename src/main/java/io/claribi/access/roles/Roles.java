package io.claribi.access.roles;

import static io.claribi.access.roles.RoleError.ROLE_BUILT_IN;
import static io.claribi.access.roles.RoleError.ROLE_IN_USE;
import static io.claribi.access.roles.RoleError.ROLE_NAME_TAKEN;
import static io.claribi.access.roles.RoleError.ROLE_NOT_FOUND;
import static io.claribi.access.roles.RoleError.TOO_MANY_ROLES;
import static io.claribi.http.HttpError.INVALID_INPUT;

import io.claribi.access.roles.RoleChanged.RoleCreated;
import io.claribi.access.roles.RoleChanged.RoleDeleted;
import io.claribi.access.roles.RoleChanged.RoleUpdated;
import io.claribi.http.Uuids;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.FieldError;
import io.claribi.kernel.Grants;
import io.claribi.kernel.Permission;
import io.claribi.plans.Entitlements;
import io.claribi.plans.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The roles that members of the current organization can have: the built-in ones, and those it made itself. */
@Component
public class Roles {
    private static final int MOST = 50;

    private final CustomRoleStore store;
    private final List<RoleUse> uses;
    private final PresentRoles present;
    private final GrantRules rules;
    private final Entitlements entitlements;
    private final ApplicationEventPublisher events;

    Roles(
            CustomRoleStore store,
            List<RoleUse> uses,
            PresentRoles present,
            GrantRules rules,
            Entitlements entitlements,
            ApplicationEventPublisher events) {
        this.store = store;
        this.uses = List.copyOf(uses);
        this.present = present;
        this.rules = rules;
        this.entitlements = entitlements;
        this.events = events;
    }

    /** The built-in ones, from the Owner down, then the organization's own by their names. */
    @Transactional(readOnly = true)
    public List<Role> list() {
        return Stream.<Role>concat(Arrays.stream(BuiltInRole.values()), store.list().stream())
                .toList();
    }

    /** The built-in role of this name, or the custom one of this id. */
    @Transactional(readOnly = true)
    public Optional<Role> find(String idOrName) {
        return BuiltInRole.find(idOrName)
                .<Role>map(Function.identity())
                .or(() -> Uuids.read(idOrName).map(CustomRoleId::new).flatMap(store::find));
    }

    /**
     * @throws AppException ROLE_NOT_FOUND
     */
    @Transactional(readOnly = true)
    public Role get(String idOrName) {
        return find(idOrName)
                .orElseThrow(() -> new AppException(ROLE_NOT_FOUND, "There is no role %s.".formatted(idOrName)));
    }

    /**
     * The role that a request names to be given to somebody.
     *
     * @throws AppException INVALID_INPUT
     */
    @Transactional(readOnly = true)
    public Role named(String field, String idOrName) {
        return find(idOrName)
                .orElseThrow(() -> new AppException(
                        INVALID_INPUT,
                        "There is no such role.",
                        List.of(new FieldError(field, "is neither a built-in role nor the id of one of yours"))));
    }

    /**
     * Whether the caller may give the role to somebody: nobody gives more than they hold. Nobody else changes members or
     * roles afterwards until the transaction ends.
     *
     * @param needed the permission to do so at all, which is judged again
     * @throws AppException ROLE_NOT_ASSIGNABLE, PERMISSION_DENIED
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void checkGrantable(Caller caller, Permission needed, Role role) {
        GrantRules.checkGrantable(rules.hold(caller, needed), role);
    }

    /**
     * @throws AppException PLAN_FEATURE_MISSING, INVALID_INPUT with all that is wrong, ROLE_NAME_TAKEN, TOO_MANY_ROLES
     */
    @Transactional
    public CustomRole create(Caller caller, RoleDraft draft) {
        entitlements.require(Feature.CUSTOM_ROLES);
        CustomRole role = RoleRules.read(CustomRoleId.next(), draft, rules.hold(caller, Permission.ASSIGN_ROLES));
        checkNameFree(role);
        if (store.list().size() >= MOST) {
            throw new AppException(
                    TOO_MANY_ROLES,
                    "An organization has at most %d roles of its own. Delete one that nobody needs.".formatted(MOST));
        }
        store.insert(role);
        events.publishEvent(new RoleCreated(role));
        return role;
    }

    /**
     * Changes the role for all who have it, as of their next request.
     *
     * @throws AppException ROLE_NOT_FOUND, ROLE_BUILT_IN, PLAN_FEATURE_MISSING, HOLDS_MORE_THAN_YOU, INVALID_INPUT,
     *     ROLE_NAME_TAKEN
     */
    @Transactional
    public CustomRole change(Caller caller, String id, Function<CustomRole, RoleDraft> change) {
        getCustom(id);
        entitlements.require(Feature.CUSTOM_ROLES);
        Grants held = rules.hold(caller, Permission.ASSIGN_ROLES);
        CustomRole before = getCustom(id);
        GrantRules.checkCovers(held, before, "This role");
        CustomRole role = RoleRules.read(before.id(), change.apply(before), held);
        checkNameFree(role);
        store.update(role);
        present.forget(role.id());
        events.publishEvent(new RoleUpdated(role, before));
        return role;
    }

    /**
     * Deletes the role; whoever has it gets the replacement. On any plan: a smaller one must not keep anybody from tidying
     * up.
     *
     * @param replacement absent if nobody has the role
     * @throws AppException ROLE_NOT_FOUND, ROLE_BUILT_IN, HOLDS_MORE_THAN_YOU, ROLE_IN_USE, INVALID_INPUT,
     *     ROLE_NOT_ASSIGNABLE
     */
    @Transactional
    public void delete(Caller caller, String id, @Nullable String replacement) {
        getCustom(id);
        Grants held = rules.hold(caller, Permission.ASSIGN_ROLES);
        CustomRole role = getCustom(id);
        GrantRules.checkCovers(held, role, "This role");
        long users = uses.stream().mapToLong(use -> use.count(role.id())).sum();
        Role successor = successor(role, replacement, users);
        if (users > 0) {
            GrantRules.checkGrantable(held, successor);
            uses.forEach(use -> use.replace(role.id(), successor));
        }
        store.delete(role.id());
        present.forget(role.id());
        events.publishEvent(new RoleDeleted(role, successor, users));
    }

    private Role successor(CustomRole role, @Nullable String replacement, long users) {
        if (replacement == null) {
            if (users > 0) {
                throw new AppException(
                                ROLE_IN_USE,
                                "The role %s is in use. Say which role those who have it shall have instead."
                                        .formatted(role.name()))
                        .with("memberCount", users);
            }
            return BuiltInRole.MEMBER;
        }
        Role successor = named("replacement", replacement);
        if (successor.wireName().equals(role.wireName())) {
            throw new AppException(
                    INVALID_INPUT,
                    "A role can't replace itself.",
                    List.of(new FieldError("replacement", "must be another role")));
        }
        return successor;
    }

    private CustomRole getCustom(String id) {
        return switch (get(id)) {
            case BuiltInRole builtIn ->
                throw new AppException(
                        ROLE_BUILT_IN,
                        "The role %s is the same in every organization. Make one of your own that begins from it."
                                .formatted(builtIn.title()));
            case CustomRole custom -> custom;
        };
    }

    private void checkNameFree(CustomRole role) {
        boolean taken = BuiltInRole.find(role.name().toLowerCase(Locale.ROOT)).isPresent()
                || store.isNameTaken(role.name(), role.id());
        if (taken) {
            String message = "There is already a role named %s.".formatted(role.name());
            throw new AppException(ROLE_NAME_TAKEN, message, List.of(new FieldError("name", message)));
        }
    }
}
