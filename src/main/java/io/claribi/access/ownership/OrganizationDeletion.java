package io.claribi.access.ownership;

import static io.claribi.access.ownership.OwnershipError.NAME_DIFFERS;
import static io.claribi.access.ownership.OwnershipError.ORGANIZATION_NOT_CLOSING;

import io.claribi.access.Memberships;
import io.claribi.access.roles.GrantRules;
import io.claribi.identity.Accounts;
import io.claribi.jobs.ServerTasks;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.FieldError;
import io.claribi.kernel.Permission;
import io.claribi.tenancy.OrganizationStates;
import io.claribi.tenancy.Organizations;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of an organization: its Owner asks for it, has seven days to change their mind while nobody else gets in, and
 * then {@link OrganizationPurge} leaves nothing.
 */
@Component
public class OrganizationDeletion {
    private final Organizations organizations;
    private final OrganizationStates states;
    private final Memberships memberships;
    private final GrantRules rules;
    private final Accounts accounts;
    private final OwnershipNews news;
    private final OrganizationPurge purge;
    private final ServerTasks tasks;

    OrganizationDeletion(
            Organizations organizations,
            OrganizationStates states,
            Memberships memberships,
            GrantRules rules,
            Accounts accounts,
            OwnershipNews news,
            OrganizationPurge purge,
            ServerTasks tasks) {
        this.organizations = organizations;
        this.states = states;
        this.memberships = memberships;
        this.rules = rules;
        this.accounts = accounts;
        this.news = news;
        this.purge = purge;
        this.tasks = tasks;
    }

    /**
     * Whether the name is the organization's, as it must be typed lest somebody deletes another one.
     *
     * @throws AppException NAME_DIFFERS
     */
    @Transactional(readOnly = true)
    public void checkName(String typed) {
        if (!organizations.get().name().equals(typed.strip())) {
            throw new AppException(
                    NAME_DIFFERS,
                    "This is not the organization's name. Type it as it stands in the settings.",
                    List.of(new FieldError("name", "is not the organization's")));
        }
    }

    /**
     * Begins the grace; the members' sessions here end. The caller has proven just now to be the Owner. Asking again
     * changes nothing.
     *
     * @return from when on the organization is deleted
     * @throws AppException PERMISSION_DENIED
     */
    @Transactional
    public Instant begin(Caller caller) {
        rules.hold(caller, Permission.DELETE_ORGANIZATION);
        boolean begun = states.findClosing().isPresent();
        Instant closesAt = states.beginClosing();
        if (!begun) {
            memberships.sendOthersHome(caller.account());
            tasks.submitOnce(purge, caller.organization().value());
            news.closing(accounts.get(caller.account()), closesAt);
        }
        return closesAt;
    }

    /**
     * Keeps the organization after all.
     *
     * @throws AppException PERMISSION_DENIED, ORGANIZATION_NOT_CLOSING
     */
    @Transactional
    public void undo(Caller caller) {
        rules.hold(caller, Permission.DELETE_ORGANIZATION);
        if (!states.stopClosing()) {
            throw new AppException(
                    ORGANIZATION_NOT_CLOSING, "This organization is not about to be deleted, or it is too late.");
        }
        news.kept(accounts.get(caller.account()));
    }
}
