package io.claribi.access.roles;

import static io.claribi.access.roles.RoleError.HOLDS_MORE_THAN_YOU;
import static io.claribi.access.roles.RoleError.ROLE_NOT_ASSIGNABLE;

import io.claribi.http.Permissions;
import io.claribi.jobs.PresentRights;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.FieldError;
import io.claribi.kernel.Grants;
import io.claribi.kernel.Permission;
import io.claribi.tenancy.Organizations;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nobody gives to others, or takes from them, more than they hold themselves. What they hold is read anew in the
 * transaction of the change, in which nobody else changes members or roles: a caller who is being demoted at the same
 * moment can't use up the rights they had when the request began.
 */
@Component
public class GrantRules {
    private final PresentRights rights;
    private final Organizations organizations;

    GrantRules(PresentRights rights, Organizations organizations) {
        this.rights = rights;
        this.organizations = organizations;
    }

    /**
     * What the caller holds, and goes on holding until the transaction ends: an API key within its scopes. Whatever is judged by it must be read after.
     *
     * @throws AppException PERMISSION_DENIED if the needed permission is not among it any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Grants hold(Caller caller, Permission needed) {
        Grants held = rights.hold(caller.account()).orElse(Grants.NONE).and(caller.grants());
        if (!held.include(needed)) {
            throw Permissions.lacking(needed);
        }
        return held;
    }

    /** Keeps everybody else from changing members and roles until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdStill() {
        organizations.lock();
    }

    /**
     * @throws AppException ROLE_NOT_ASSIGNABLE if it is the Owner's, or holds more than this
     */
    public static void checkGrantable(Grants held, Role role) {
        if (role == BuiltInRole.OWNER) {
            throw notAssignable("The role of the Owner can't be given; the Owner can transfer the ownership.");
        }
        Set<Permission> beyond = held.beyond(role.grants());
        if (!beyond.isEmpty()) {
            throw notAssignable("The role %s holds what you don't: %s.".formatted(role.title(), names(beyond)));
        }
    }

    /**
     * @param what has the role, as the refusal names it
     * @throws AppException HOLDS_MORE_THAN_YOU
     */
    public static void checkCovers(Grants held, Role role, String what) {
        Set<Permission> beyond = held.beyond(role.grants());
        if (!beyond.isEmpty()) {
            throw new AppException(HOLDS_MORE_THAN_YOU, "%s holds what you don't: %s.".formatted(what, names(beyond)));
        }
    }

    private static AppException notAssignable(String message) {
        return new AppException(ROLE_NOT_ASSIGNABLE, message, List.of(new FieldError("role", message)));
    }

    private static String names(Set<Permission> permissions) {
        return permissions.stream().map(Permission::wireName).collect(Collectors.joining(", "));
    }
}
