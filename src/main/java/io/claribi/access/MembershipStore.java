package io.claribi.access;

import io.claribi.access.roles.CustomRoleId;
import io.claribi.access.roles.Role;
import io.claribi.access.roles.RoleColumns;
import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class MembershipStore {
    private final Database database;

    MembershipStore(Database database) {
        this.database = database;
    }

    void insert(Membership membership) {
        database.sql("""
                        INSERT INTO access.membership (account_id, role, custom_role_id, status)
                        VALUES (:account, :role, :customRole, :status)
                        """)
                .param("account", membership.account().value())
                .param("role", RoleColumns.builtInName(membership.role()))
                .param("customRole", RoleColumns.customId(membership.role()))
                .param("status", membership.status().wireName())
                .update();
    }

    Optional<Membership> find(AccountId account) {
        return database.sql("""
                        SELECT m.account_id, m.role, m.status, m.custom_role_id, r.name AS role_name,
                            r.description AS role_description, r.base AS role_base, r.permissions AS role_permissions,
                            r.own_permissions AS role_own_permissions
                        FROM access.membership m
                        LEFT JOIN access.custom_role r ON r.id = m.custom_role_id
                        WHERE m.account_id = :account
                        """)
                .param("account", account.value())
                .query(MembershipStore::membership)
                .optional();
    }

    /** Whether it is an active member, which then nobody changes until the transaction ends. */
    boolean holdActive(AccountId account) {
        return database.sql("""
                        SELECT account_id
                        FROM access.membership
                        WHERE account_id = :account
                          AND status = 'active'
                        FOR SHARE
                        """)
                .param("account", account.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    long count() {
        return database.sql("""
                        SELECT count(*)
                        FROM access.membership
                        """).query(Long.class).single();
    }

    long count(CustomRoleId role) {
        return database.sql("""
                        SELECT count(*)
                        FROM access.membership
                        WHERE role = 'viewer' AND custom_role_id = :role
                        """).param("role", role.value()).query(Long.class).single();
    }

    /** How many have each role, by its name on the wire. */
    Map<String, Long> countByRole() {
        var counts = new HashMap<String, Long>();
        database.sql("""
                        SELECT coalesce(CAST(custom_role_id AS text), role) AS role, count(*) AS members
                        FROM access.membership
                        GROUP BY 1
                        """).query(row -> {
            counts.put(row.getString("role"), row.getLong("members"));
        });
        return counts;
    }

    void setRole(AccountId account, Role role) {
        database.sql("""
                        UPDATE access.membership
                        SET role = :role, custom_role_id = :customRole
                        WHERE account_id = :account
                        """)
                .param("role", RoleColumns.builtInName(role))
                .param("customRole", RoleColumns.customId(role))
                .param("account", account.value())
                .update();
    }

    /** Gives all who have the one role the other. */
    void replaceRole(CustomRoleId former, Role role) {
        database.sql("""
                        UPDATE access.membership
                        SET role = :role, custom_role_id = :customRole
                        WHERE role = 'viewer' AND custom_role_id = :former
                        """)
                .param("role", RoleColumns.builtInName(role))
                .param("customRole", RoleColumns.customId(role))
                .param("former", former.value())
                .update();
    }

    /** Takes the Owner's role away; whether the account had it. */
    boolean retireOwner(AccountId account) {
        return database.sql("""
                        UPDATE access.membership
                        SET role = 'administrator'
                        WHERE account_id = :account AND role = 'owner'
                        """).param("account", account.value()).update() == 1;
    }

    /** Makes an active member the Owner, where there is none; whether the account is one. */
    boolean makeOwner(AccountId account) {
        return database.sql("""
                        UPDATE access.membership
                        SET role = 'owner', custom_role_id = NULL
                        WHERE account_id = :account AND status = 'active'
                        """).param("account", account.value()).update() == 1;
    }

    AccountId owner() {
        return database.sql("""
                        SELECT account_id
                        FROM access.membership
                        WHERE role = 'owner'
                        """)
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .single();
    }

    List<AccountId> listAccounts() {
        return database.sql("""
                        SELECT account_id
                        FROM access.membership
                        """)
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .list();
    }

    Optional<AccountId> findOwner() {
        return database.sql("""
                        SELECT account_id
                        FROM access.membership
                        WHERE role = 'owner'
                        """)
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .optional();
    }

    void setStatus(AccountId account, MemberStatus status) {
        database.sql("""
                        UPDATE access.membership
                        SET status = :status
                        WHERE account_id = :account
                        """)
                .param("status", status.wireName())
                .param("account", account.value())
                .update();
    }

    void delete(AccountId account) {
        database.sql("""
                        DELETE FROM access.membership
                        WHERE account_id = :account
                        """).param("account", account.value()).update();
    }

    static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(
                new AccountId(row.getObject("account_id", UUID.class)),
                RoleColumns.read(row),
                MemberStatus.ofWireName(row.getString("status")));
    }
}
