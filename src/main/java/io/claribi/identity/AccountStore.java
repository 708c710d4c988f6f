package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class AccountStore {
    private final Database database;

    AccountStore(Database database) {
        this.database = database;
    }

    /** Whether it was added: not if the address is another account's. */
    boolean insert(Account account, String passwordHash) {
        return database.sql("""
                        INSERT INTO identity.account (id, email, password_hash, first_name, last_name)
                        VALUES (:id, :email, :passwordHash, :firstName, :lastName)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", account.id().value())
                        .param("email", account.email().value())
                        .param("passwordHash", passwordHash)
                        .param("firstName", account.firstName())
                        .param("lastName", account.lastName())
                        .update()
                == 1;
    }

    Optional<Account> find(AccountId id) {
        return database.sql("""
                        SELECT id, email, first_name, last_name
                        FROM identity.account
                        WHERE id = :id
                        """)
                .param("id", id.value())
                .query(AccountStore::account)
                .optional();
    }

    void lock(AccountId id) {
        database.sql("""
                        SELECT id
                        FROM identity.account
                        WHERE id = :id
                        FOR NO KEY UPDATE
                        """).param("id", id.value()).query(UUID.class).optional();
    }

    void holdStill(AccountId id) {
        database.sql("""
                        SELECT id
                        FROM identity.account
                        WHERE id = :id
                        FOR SHARE
                        """).param("id", id.value()).query(UUID.class).optional();
    }

    Optional<Credentials> findCredentials(EmailAddress email) {
        return database.sql("""
                        SELECT id, email, first_name, last_name, password_hash
                        FROM identity.account
                        WHERE lower(email) = lower(:email)
                        """)
                .param("email", email.value())
                .query((row, number) -> new Credentials(account(row, number), row.getString("password_hash")))
                .optional();
    }

    Optional<String> findPasswordHash(AccountId id) {
        return database.sql("""
                        SELECT password_hash
                        FROM identity.account
                        WHERE id = :id
                        """).param("id", id.value()).query(String.class).optional();
    }

    void insertAffiliation(AccountId account, OrganizationId organization) {
        database.sql("""
                        INSERT INTO identity.affiliation (account_id, organization_id)
                        VALUES (:account, :organization)
                        """)
                .param("account", account.value())
                .param("organization", organization.value())
                .update();
    }

    /** The organization in which the account was last at work. */
    Optional<OrganizationId> findLatestOrganization(AccountId account) {
        return database.sql("""
                        SELECT organization_id
                        FROM identity.affiliation
                        WHERE account_id = :account
                        ORDER BY last_used_at DESC, organization_id
                        LIMIT 1
                        """)
                .param("account", account.value())
                .query(UUID.class)
                .optional()
                .map(OrganizationId::new);
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                new EmailAddress(row.getString("email")),
                row.getString("first_name"),
                row.getString("last_name"));
    }

    record Credentials(Account account, String passwordHash) {}
}
