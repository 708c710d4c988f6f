package io.claribi.http;

import static io.claribi.http.HttpError.PERMISSION_DENIED;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Grants;
import io.claribi.kernel.Permission;

/**
 * The one place where a permission is judged: what a route declares before it runs, and where a permission may be
 * limited to what one created, in the module's face, once the object is loaded. First find, then check: what a caller
 * may not see does not exist.
 */
public final class Permissions {
    private Permissions() {}

    /**
     * @throws AppException PERMISSION_DENIED
     */
    public static void check(Caller caller, Permission permission) {
        if (!caller.can(permission)) {
            throw lacking(permission);
        }
    }

    /**
     * The same for something that this account created.
     *
     * @throws AppException PERMISSION_DENIED
     */
    public static void check(Caller caller, Permission permission, AccountId creator) {
        check(caller.grants(), permission, caller.account().equals(creator));
    }

    /**
     * The same for whoever holds these.
     *
     * @param own whether it is about something that they created themselves
     * @throws AppException PERMISSION_DENIED
     */
    public static void check(Grants held, Permission permission, boolean own) {
        if (!held.include(permission)) {
            throw lacking(permission);
        }
        if (!own && !held.includeOnEverything(permission)) {
            throw ownOnly(permission);
        }
    }

    /** The refusal of who does not hold the permission at all. */
    public static AppException lacking(Permission permission) {
        return new AppException(
                        PERMISSION_DENIED, "Your role lacks the permission %s.".formatted(permission.wireName()))
                .with("permission", permission.wireName());
    }

    private static AppException ownOnly(Permission permission) {
        return new AppException(
                        PERMISSION_DENIED,
                        "Your role has the permission %s only for what you created yourself."
                                .formatted(permission.wireName()))
                .with("permission", permission.wireName());
    }
}
