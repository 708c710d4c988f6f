package io.claribi.access;

import io.claribi.access.roles.Role;
import io.claribi.identity.Account;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AuditableEvent;
import java.util.Map;

/** What happens to members. */
public sealed interface MemberChanged extends AuditableEvent {

    Account account();

    default AccountId member() {
        return account().id();
    }

    @Override
    default AuditTarget auditTarget() {
        return new AuditTarget(
                "account", account().id().value(), account().email().value());
    }

    record MemberRoleChanged(Account account, Role role, Role before) implements MemberChanged {
        @Override
        public String auditType() {
            return "member.role_changed";
        }

        @Override
        public Map<String, String> auditDetails() {
            return Map.of(
                    "roleBefore", before.wireName(),
                    "roleNameBefore", before.title(),
                    "roleAfter", role.wireName(),
                    "roleNameAfter", role.title());
        }
    }

    record MemberDisabled(Account account) implements MemberChanged {
        @Override
        public String auditType() {
            return "member.disabled";
        }
    }

    record MemberEnabled(Account account) implements MemberChanged {
        @Override
        public String auditType() {
            return "member.enabled";
        }
    }

    /**
     * Somebody is no member any more. What they created in the organization goes to the heir in the same transaction:
     * whoever keeps things with a creator listens.
     *
     * @param heir the Owner
     * @param left whether they went by themselves
     */
    record MemberRemoved(Account account, Role role, AccountId heir, boolean left) implements MemberChanged {
        @Override
        public String auditType() {
            return "member.removed";
        }

        @Override
        public Map<String, String> auditDetails() {
            return Map.of("role", role.wireName(), "roleName", role.title(), "left", Boolean.toString(left));
        }
    }
}
