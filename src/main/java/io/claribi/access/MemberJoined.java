package io.claribi.access;

import io.claribi.access.roles.Role;
import io.claribi.identity.Account;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AuditableEvent;
import java.util.Map;

/** Somebody became a member. */
record MemberJoined(Account account, Role role) implements AuditableEvent {

    @Override
    public String auditType() {
        return "member.joined";
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("account", account.id().value(), account.email().value());
    }

    @Override
    public Map<String, String> auditDetails() {
        return Map.of("role", role.wireName(), "roleName", role.title());
    }

    @Override
    public AccountId auditActor() {
        return account.id();
    }
}
