package io.claribi.access;

import io.claribi.access.roles.BuiltInRole;
import io.claribi.access.roles.Roles;
import io.claribi.identity.Accounts;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.testing.Api;
import io.claribi.testing.Tenant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes people members of further organizations, as accepting an invitation does. */
@Component
public class Joining {
    private final Memberships memberships;
    private final Accounts accounts;
    private final Roles roles;
    private final OrganizationWork work;
    private final Database database;

    Joining(Memberships memberships, Accounts accounts, Roles roles, OrganizationWork work, Database database) {
        this.database = database;
        this.memberships = memberships;
        this.accounts = accounts;
        this.roles = roles;
        this.work = work;
    }

    /** Somebody new, who is at work in the tenant's organization with a role of this name or id. */
    public Tenant arrive(Tenant owner, String role) {
        return arrive(owner, role, Tenant.register(owner.api().port()));
    }

    /** The same, with names such as people have. */
    public Tenant arrive(Tenant owner, String role, String firstName, String lastName) {
        return arrive(owner, role, Tenant.register(owner.api().port(), firstName, lastName, lastName));
    }

    private Tenant arrive(Tenant owner, String role, Tenant somebody) {
        work.run(owner.organization(), () -> memberships.add(accounts.get(account(somebody)), roles.get(role)));
        Api there = enter(somebody.api(), owner.organization());
        return new Tenant(there, owner.organization(), somebody.email(), somebody.name());
    }

    public void join(OrganizationId organization, Tenant somebody, BuiltInRole role, MemberStatus status) {
        AccountId account = account(somebody);
        work.run(organization, () -> {
            memberships.add(accounts.get(account), role);
            if (status == MemberStatus.DISABLED) {
                memberships.disable(account);
            }
        });
    }

    /** The person can't use a session there any more. */
    public void leave(OrganizationId organization, Tenant somebody) {
        AccountId account = account(somebody);
        work.run(organization, () -> memberships.remove(account));
    }

    public void changeRole(OrganizationId organization, AccountId member, BuiltInRole role) {
        work.run(organization, () -> memberships.changeRole(member, role));
    }

    public void disable(OrganizationId organization, AccountId member) {
        work.run(organization, () -> memberships.disable(member));
    }

    /** How much in the organization the account counts as the creator of. */
    public int creators(Tenant owner, AccountId account) {
        return work.call(
                owner.organization(),
                () -> database.sql("""
                        SELECT (SELECT count(*) FROM dashboards.dashboard WHERE created_by = :account)
                            + (SELECT count(*) FROM connectors.data_source WHERE created_by = :account)
                        """)
                        .param("account", account.value())
                        .query(Integer.class)
                        .single());
    }

    /** A session goes on in another organization of theirs. */
    public static Api enter(Api session, OrganizationId organization) {
        return session.as(session.post("/me/organization", """
                        {"organizationId":"%s"}
                        """.formatted(organization.value()))
                .expect(200)
                .json()
                .path("accessToken")
                .asString());
    }

    public static AccountId account(Tenant somebody) {
        return new AccountId(UUID.fromString(
                somebody.api().get("/me").expect(200).json().at("/account/id").asString()));
    }
}
