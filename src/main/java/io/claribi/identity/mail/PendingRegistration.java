package io.claribi.identity.mail;

import io.claribi.identity.EmailAddress;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import org.jspecify.annotations.Nullable;

/** A registration that waits for its address to be confirmed: the account and organization that it will make. */
public record PendingRegistration(
        AccountId account,
        OrganizationId organization,
        EmailAddress email,
        String passwordHash,
        @Nullable String firstName,
        @Nullable String lastName,
        String organizationName) {

    public PendingRegistration with(EmailAddress other) {
        return new PendingRegistration(
                account, organization, other, passwordHash, firstName, lastName, organizationName);
    }

    @Override
    public String toString() {
        return "PendingRegistration";
    }
}
