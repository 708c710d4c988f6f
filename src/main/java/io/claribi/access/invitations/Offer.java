package io.claribi.access.invitations;

import io.claribi.tenancy.Organization;

/**
 * An invitation as whom it is for sees it.
 *
 * @param inviterName their address where they gave no name
 * @param hasAccount whether the address has one; told to nobody but who holds the mailed link
 */
public record Offer(
        Organization organization, Invitation invitation, String inviterName, String inviterEmail, boolean hasAccount) {
    String organizationName() {
        return organization.name();
    }
}
