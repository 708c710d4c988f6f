package io.claribi.routes;

import io.claribi.access.Joining;
import io.claribi.tenancy.Database;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.testing.Api;
import io.claribi.testing.Tenant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes further members of organizations, as long as nobody can be invited. */
@Component
class Colleagues {
    private final Database database;
    private final OrganizationWork work;
    private final Joining joining;

    Colleagues(Database database, OrganizationWork work, Joining joining) {
        this.joining = joining;
        this.database = database;
        this.work = work;
    }

    /** A member of the tenant's organization, in a session of theirs. */
    Api atWork(Tenant tenant) {
        return joining.arrive(tenant, "member").api();
    }

    /** A member of the tenant's organization who has an authenticator app; the id of the account. */
    String of(Tenant tenant) {
        UUID account = UUID.randomUUID();
        work.run(tenant.organization(), () -> insert(account, tenant));
        return account.toString();
    }

    private void insert(UUID account, Tenant tenant) {
        database.sql("""
                        WITH account AS (
                            INSERT INTO identity.account (id, email, password_hash)
                            VALUES (:account, :account || '@example.org', '$argon2id$nobody')
                            RETURNING id
                        ), affiliation AS (
                            INSERT INTO identity.affiliation (account_id, organization_id)
                            SELECT id, :organization FROM account
                        ), totp AS (
                            INSERT INTO identity.totp (account_id, begun_at, enabled_at, accepted_step)
                            SELECT id, now(), now(), 0 FROM account
                        )
                        INSERT INTO access.membership (account_id, role, status)
                        SELECT id, 'member', 'active' FROM account
                        """)
                .param("account", account)
                .param("organization", tenant.organization().value())
                .update();
    }
}
