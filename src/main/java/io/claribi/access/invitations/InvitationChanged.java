package io.claribi.access.invitations;

import io.claribi.access.roles.Role;
import io.claribi.kernel.AuditableEvent;
import java.util.Map;

/** What happens to an invitation until it is accepted. */
sealed interface InvitationChanged extends AuditableEvent {

    Invitation invitation();

    @Override
    default AuditTarget auditTarget() {
        return new AuditTarget(
                "invitation", invitation().id().value(), invitation().email().value());
    }

    @Override
    default Map<String, String> auditDetails() {
        return Map.of("role", invitation().role().title());
    }

    record Invited(Invitation invitation) implements InvitationChanged {
        @Override
        public String auditType() {
            return "member.invited";
        }
    }

    record Resent(Invitation invitation) implements InvitationChanged {
        @Override
        public String auditType() {
            return "invitation.resent";
        }
    }

    record Withdrawn(Invitation invitation) implements InvitationChanged {
        @Override
        public String auditType() {
            return "invitation.withdrawn";
        }
    }

    record RoleGiven(Invitation invitation, Role before) implements InvitationChanged {
        @Override
        public String auditType() {
            return "invitation.role_changed";
        }

        @Override
        public Map<String, String> auditDetails() {
            return Map.of(
                    "role.before",
                    before.title(),
                    "role.after",
                    invitation.role().title());
        }
    }
}
