package io.claribi.access;

import io.claribi.access.roles.CustomRoleId;
import io.claribi.access.roles.Role;
import io.claribi.access.roles.RoleUse;
import org.springframework.stereotype.Component;

/** Members as users of a custom role. */
@Component
class MembershipRoles implements RoleUse {
    private final MembershipStore store;

    MembershipRoles(MembershipStore store) {
        this.store = store;
    }

    @Override
    public long count(CustomRoleId role) {
        return store.count(role);
    }

    @Override
    public void replace(CustomRoleId former, Role role) {
        store.replaceRole(former, role);
    }
}
