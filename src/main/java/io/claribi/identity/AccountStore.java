package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                        INSERT INTO identity.account (id, email, password_hash, first_name, last_name, email_verified_at)
                        VALUES (:id, :email, :passwordHash, :firstName, :lastName, CASE WHEN :verified THEN now() END)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", account.id().value())
                        .param("email", account.email().value())
                        .param("passwordHash", passwordHash)
                        .param("firstName", account.firstName())
                        .param("lastName", account.lastName())
                        .param("verified", account.emailVerified())
                        .update()
                == 1;
    }

    Optional<Account> find(AccountId id) {
        return database.sql("""
                        SELECT id, email, first_name, last_name, email_verified_at IS NOT NULL AS email_verified
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

    Optional<Account> find(EmailAddress email) {
        return database.sql("""
                        SELECT id, email, first_name, last_name, email_verified_at IS NOT NULL AS email_verified
                        FROM identity.account
                        WHERE lower(email) = lower(:email)
                        """)
                .param("email", email.value())
                .query(AccountStore::account)
                .optional();
    }

    /** Of the account, or else of the registration that waits for this address to be confirmed. */
    Optional<Credentials> findCredentials(EmailAddress email) {
        return database.sql("""
                        SELECT id, email, first_name, last_name, email_verified_at IS NOT NULL AS email_verified,
                            password_hash, password_changed_at, false AS pending
                        FROM identity.account
                        WHERE lower(email) = lower(:email)
                        UNION ALL
                        SELECT account_id, email, first_name, last_name, false, password_hash, created_at, true
                        FROM identity.pending_registration
                        WHERE lower(email) = lower(:email) AND created_at > now() - interval '1 day'
                        ORDER BY pending
                        LIMIT 1
                        """)
                .param("email", email.value())
                .query(AccountStore::credentials)
                .optional();
    }

    /** Makes the address the account's, confirmed or not; tells whether it was not another's. */
    boolean setEmail(AccountId account, EmailAddress email, boolean verified) {
        return database.sql("""
                        UPDATE identity.account
                        SET email = :email, email_verified_at = CASE WHEN :verified THEN now() END
                        WHERE id = :id
                          AND NOT EXISTS (
                              SELECT
                              FROM identity.account
                              WHERE lower(email) = lower(:email) AND id <> :id)
                        """)
                        .param("id", account.value())
                        .param("email", email.value())
                        .param("verified", verified)
                        .update()
                == 1;
    }

    void confirmEmail(AccountId account) {
        database.sql("""
                        UPDATE identity.account
                        SET email_verified_at = now()
                        WHERE id = :id AND email_verified_at IS NULL
                        """).param("id", account.value()).update();
    }

    Optional<Credentials> findCredentials(AccountId id) {
        return database.sql("""
                        SELECT id, email, first_name, last_name, email_verified_at IS NOT NULL AS email_verified,
                            password_hash, password_changed_at, false AS pending
                        FROM identity.account
                        WHERE id = :id
                        """)
                .param("id", id.value())
                .query(AccountStore::credentials)
                .optional();
    }

    void setPassword(AccountId id, String hash) {
        database.sql("""
                        UPDATE identity.account
                        SET password_hash = :hash, password_changed_at = now()
                        WHERE id = :id
                        """).param("hash", hash).param("id", id.value()).update();
    }

    /** Replaces the hash of a password by another one of the same password, unless it was changed meanwhile. */
    void replaceHash(AccountId id, String former, String hash) {
        database.sql("""
                        UPDATE identity.account
                        SET password_hash = :hash
                        WHERE id = :id AND password_hash = :former
                        """)
                .param("hash", hash)
                .param("id", id.value())
                .param("former", former)
                .update();
    }

    void insertAffiliation(AccountId account, OrganizationId organization) {
        database.sql("""
                        INSERT INTO identity.affiliation (account_id, organization_id, last_used_at)
                        SELECT :account, :organization, coalesce(max(last_used_at), '-infinity')
                        FROM identity.session
                        WHERE account_id = :account AND organization_id = :organization
                        ON CONFLICT DO NOTHING
                        """)
                .param("account", account.value())
                .param("organization", organization.value())
                .update();
    }

    void deleteAffiliation(AccountId account, OrganizationId organization) {
        database.sql("""
                        DELETE FROM identity.affiliation
                        WHERE account_id = :account AND organization_id = :organization
                        """)
                .param("account", account.value())
                .param("organization", organization.value())
                .update();
    }

    Map<OrganizationId, Long> countAffiliations() {
        var counts = new LinkedHashMap<OrganizationId, Long>();
        database.sql("""
                        SELECT organization_id, count(*) AS accounts
                        FROM identity.affiliation
                        GROUP BY organization_id
                        ORDER BY organization_id
                        """).query(row -> {
            counts.put(new OrganizationId(row.getObject("organization_id", UUID.class)), row.getLong("accounts"));
        });
        return counts;
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

    /** All organizations that the account may enter, as far as identity knows; the latest used first. */
    List<OrganizationId> listOrganizations(AccountId account) {
        return database.sql("""
                        SELECT organization_id
                        FROM identity.affiliation
                        WHERE account_id = :account
                        ORDER BY last_used_at DESC, organization_id
                        """)
                .param("account", account.value())
                .query((row, number) -> new OrganizationId(row.getObject("organization_id", UUID.class)))
                .list();
    }

    /** Whether the account's password is still the one of that time; it stays so until the transaction ends. */
    boolean holdPassword(AccountId id, Instant changedAt) {
        return database.sql("""
                        SELECT password_changed_at = :changedAt
                        FROM identity.account
                        WHERE id = :id
                        FOR SHARE
                        """)
                .param("changedAt", Timestamp.from(changedAt))
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private static Credentials credentials(ResultSet row, int number) throws SQLException {
        return new Credentials(
                account(row, number),
                row.getString("password_hash"),
                row.getTimestamp("password_changed_at").toInstant(),
                row.getBoolean("pending"));
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                new EmailAddress(row.getString("email")),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getBoolean("email_verified"));
    }

    /** @param pending the account is not there yet: its address is to be confirmed first */
    record Credentials(Account account, String passwordHash, Instant passwordChangedAt, boolean pending) {}
}
