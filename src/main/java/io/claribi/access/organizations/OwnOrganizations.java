package io.claribi.access.organizations;

import static io.claribi.access.AccessError.ORGANIZATION_NOT_FOUND;

import io.claribi.access.Membership;
import io.claribi.access.Memberships;
import io.claribi.access.roles.Role;
import io.claribi.identity.Accounts;
import io.claribi.identity.LogIns;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Organization;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.tenancy.Organizations;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The organizations of which somebody is an active member, and the way from one to another; none is bound meanwhile. */
@Component
public class OwnOrganizations {
    private final Accounts accounts;
    private final Memberships memberships;
    private final Organizations organizations;
    private final LogIns logIns;
    private final OrganizationWork work;

    OwnOrganizations(
            Accounts accounts,
            Memberships memberships,
            Organizations organizations,
            LogIns logIns,
            OrganizationWork work) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.organizations = organizations;
        this.logIns = logIns;
        this.work = work;
    }

    /** The latest used first. */
    public List<OwnOrganization> list(AccountId account) {
        return accounts.listOrganizations(account).stream()
                .flatMap(organization -> find(account, organization).stream())
                .toList();
    }

    /**
     * Takes the caller's session to another organization. One organization is current in a session, in all tabs: access
     * tokens for the former are refused from now on, and the refresh token goes on in the new one.
     *
     * @throws AppException ORGANIZATION_NOT_FOUND unless the caller is an active member, SESSION_TOO_OLD, SESSION_ENDED
     */
    public LogIns.Access enter(Caller caller, OrganizationId organization) {
        boolean member = accounts.listOrganizations(caller.account()).contains(organization)
                && find(caller.account(), organization).isPresent();
        if (!member) {
            throw new AppException(
                    ORGANIZATION_NOT_FOUND,
                    "You are not a member of an organization %s.".formatted(organization.value()));
        }
        return logIns.enter(caller.session(), organization, caller.account());
    }

    private Optional<OwnOrganization> find(AccountId account, OrganizationId organization) {
        return work.call(
                organization,
                () -> memberships
                        .find(account)
                        .filter(Membership::isActive)
                        .map(membership -> new OwnOrganization(organizations.get(), membership.role())));
    }

    /** One of them, and as what one belongs to it. */
    public record OwnOrganization(Organization organization, Role role) {}
}
