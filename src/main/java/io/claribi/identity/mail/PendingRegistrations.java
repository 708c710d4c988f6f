package io.claribi.identity.mail;

import io.claribi.identity.EmailAddress;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/**
 * Registrations that wait for their address to be confirmed, one an address; the newest counts. They are kept for a day,
 * whether or not the address is an account's already.
 */
@Repository
public class PendingRegistrations {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;

    PendingRegistrations(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void put(PendingRegistration registration) {
        database.sql("""
                        INSERT INTO identity.pending_registration (account_id, organization_id, email, password_hash,
                            first_name, last_name, organization_name, created_at)
                        VALUES (:account, :organization, :email, :passwordHash,
                            :firstName, :lastName, :organizationName, :now)
                        ON CONFLICT (lower(email)) DO UPDATE
                        SET account_id = excluded.account_id, organization_id = excluded.organization_id,
                            email = excluded.email, password_hash = excluded.password_hash,
                            first_name = excluded.first_name, last_name = excluded.last_name,
                            organization_name = excluded.organization_name, created_at = excluded.created_at
                        """)
                .param("account", registration.account().value())
                .param("organization", registration.organization().value())
                .param("email", registration.email().value())
                .param("passwordHash", registration.passwordHash())
                .param("firstName", registration.firstName())
                .param("lastName", registration.lastName())
                .param("organizationName", registration.organizationName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    public Optional<PendingRegistration> find(EmailAddress email) {
        return database.sql("""
                        SELECT account_id, organization_id, email, password_hash, first_name, last_name, organization_name
                        FROM identity.pending_registration
                        WHERE lower(email) = lower(:email) AND created_at > :oldest
                        """)
                .param("email", email.value())
                .param("oldest", oldest())
                .query(PendingRegistrations::registration)
                .optional();
    }

    public Optional<PendingRegistration> find(AccountId account) {
        return database.sql("""
                        SELECT account_id, organization_id, email, password_hash, first_name, last_name, organization_name
                        FROM identity.pending_registration
                        WHERE account_id = :account AND created_at > :oldest
                        """)
                .param("account", account.value())
                .param("oldest", oldest())
                .query(PendingRegistrations::registration)
                .optional();
    }

    /** Whether it was there, and no newer one in its place. */
    public boolean delete(PendingRegistration registration) {
        return database.sql("""
                        DELETE FROM identity.pending_registration
                        WHERE account_id = :account
                        """)
                        .param("account", registration.account().value())
                        .update()
                == 1;
    }

    void deleteOld() {
        database.sql("""
                        DELETE FROM identity.pending_registration
                        WHERE created_at <= :oldest
                        """).param("oldest", oldest()).update();
    }

    private Timestamp oldest() {
        Instant oldest = clock.instant().minus(KEPT);
        return Timestamp.from(oldest);
    }

    private static PendingRegistration registration(ResultSet row, int number) throws SQLException {
        return new PendingRegistration(
                new AccountId(row.getObject("account_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                new EmailAddress(row.getString("email")),
                row.getString("password_hash"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("organization_name"));
    }
}
