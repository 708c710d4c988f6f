package io.claribi.access.web;

import com.fasterxml.jackson.annotation.JsonValue;
import io.claribi.access.roles.BuiltInRole;
import io.claribi.http.Requires;
import io.claribi.kernel.Grants;
import io.claribi.kernel.Page;
import io.claribi.kernel.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What there is to be allowed, and which built-in role is: the same in every organization. */
@RestController
class PermissionController {
    private static final Page<PermissionView> ALL = new Page<>(
            Arrays.stream(Permission.values()).map(PermissionView::of).toList(), null);

    @GetMapping("/api/v1/permissions")
    @Requires
    Page<PermissionView> list() {
        return ALL;
    }

    /**
     * @param limitable whether a role can hold it for what one created alone
     */
    record PermissionView(
            String name, String category, String text, boolean ownerOnly, boolean limitable, ReachesView roles) {
        static PermissionView of(Permission permission) {
            return new PermissionView(
                    permission.wireName(),
                    permission.category().text(),
                    permission.text(),
                    BuiltInRole.isOwnerOnly(permission),
                    permission.isLimitable(),
                    ReachesView.of(permission));
        }
    }

    /** How far it reaches in the hands of each role. */
    record ReachesView(Reach owner, Reach administrator, Reach analyst, Reach member, Reach viewer) {
        static ReachesView of(Permission permission) {
            List<Reach> reaches = Arrays.stream(BuiltInRole.values())
                    .map(role -> Reach.of(role.grants(), permission))
                    .toList();
            return new ReachesView(reaches.get(0), reaches.get(1), reaches.get(2), reaches.get(3), reaches.get(4));
        }
    }

    /** On what a role may use a permission. */
    enum Reach {
        ALL,
        OWN,
        NONE;

        static Reach of(Grants grants, Permission permission) {
            if (!grants.include(permission)) {
                return NONE;
            }
            return grants.includeOnEverything(permission) ? ALL : OWN;
        }

        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
