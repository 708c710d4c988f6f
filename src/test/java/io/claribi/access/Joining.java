package io.claribi.access;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.testing.Tenant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes people members of further organizations, as accepting an invitation does. */
@Component
class Joining {
    private final MembershipStore memberships;
    private final Database database;
    private final OrganizationWork work;

    Joining(MembershipStore memberships, Database database, OrganizationWork work) {
        this.memberships = memberships;
        this.database = database;
        this.work = work;
    }

    void join(OrganizationId organization, Tenant somebody, BuiltInRole role, Membership.Status status) {
        AccountId account = account(somebody);
        work.run(organization, () -> {
            memberships.insert(new Membership(account, role, status));
            database.sql("""
                            INSERT INTO identity.affiliation (account_id, organization_id, last_used_at)
                            VALUES (:account, :organization, '-infinity')
                            """)
                    .param("account", account.value())
                    .param("organization", organization.value())
                    .update();
        });
    }

    /** The person can't use a session there any more. */
    void leave(OrganizationId organization, Tenant somebody) {
        AccountId account = account(somebody);
        work.run(
                organization,
                () -> database.sql("""
                        DELETE FROM identity.affiliation
                        WHERE account_id = :account AND organization_id = :organization
                        """)
                        .param("account", account.value())
                        .param("organization", organization.value())
                        .update());
    }

    static AccountId account(Tenant somebody) {
        return new AccountId(UUID.fromString(
                somebody.api().get("/me").expect(200).json().at("/account/id").asString()));
    }
}
