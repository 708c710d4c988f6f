package io.claribi.access.ownership;

import io.claribi.identity.Account;
import io.claribi.kernel.AuditableEvent;
import io.claribi.tenancy.Organization;
import java.util.Map;

/** What happens to an organization as a whole, and to whose it is. */
record OwnershipChanged(Kind kind, Organization organization, Map<String, String> auditDetails)
        implements AuditableEvent {

    static OwnershipChanged of(Kind kind, Organization organization, Account from, Account to) {
        return new OwnershipChanged(
                kind,
                organization,
                Map.of("from", from.email().value(), "to", to.email().value()));
    }

    @Override
    public String auditType() {
        return kind.auditType;
    }

    @Override
    public AuditTarget auditTarget() {
        return new AuditTarget("organization", organization.id().value(), organization.name());
    }

    enum Kind {
        TRANSFER_REQUESTED("organization.transfer_requested"),
        TRANSFER_WITHDRAWN("organization.transfer_withdrawn"),
        TRANSFER_DECLINED("organization.transfer_declined"),
        TRANSFERRED("organization.ownership_transferred"),
        DELETION_REQUESTED("organization.deletion_requested"),
        DELETION_UNDONE("organization.deletion_undone");

        private final String auditType;

        Kind(String auditType) {
            this.auditType = auditType;
        }
    }
}
