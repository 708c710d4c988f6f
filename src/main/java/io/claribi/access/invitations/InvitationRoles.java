package io.claribi.access.invitations;

import io.claribi.access.roles.CustomRoleId;
import io.claribi.access.roles.Role;
import io.claribi.access.roles.RoleUse;
import org.springframework.stereotype.Component;

/** Invitations as users of a custom role. */
@Component
class InvitationRoles implements RoleUse {
    private final InvitationStore store;

    InvitationRoles(InvitationStore store) {
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
