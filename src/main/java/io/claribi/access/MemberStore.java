package io.claribi.access;

import io.claribi.identity.Account;
import io.claribi.identity.EmailAddress;
import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Members with their accounts. It reads identity's tables beside the memberships, so that row-level security on these
 * decides whose names and addresses are seen, and one statement finds a page of thousands.
 */
@Repository
class MemberStore {
    private final Database database;

    MemberStore(Database database) {
        this.database = database;
    }

    Optional<Member> find(AccountId account) {
        return database.sql("""
                        SELECT m.account_id, m.role, m.status, m.created_at, m.custom_role_id, r.name AS role_name,
                            r.description AS role_description, r.base AS role_base, r.permissions AS role_permissions,
                            r.own_permissions AS role_own_permissions, a.email, a.first_name, a.last_name,
                            a.email_verified_at IS NOT NULL AS email_verified, (
                                SELECT max(s.last_used_at)
                                FROM identity.session s
                                WHERE s.account_id = m.account_id
                                  AND s.organization_id = m.organization_id) AS last_active_at
                        FROM access.membership m
                        JOIN identity.account a ON a.id = m.account_id
                        LEFT JOIN access.custom_role r ON r.id = m.custom_role_id
                        WHERE m.account_id = :account
                        """)
                .param("account", account.value())
                .query(MemberStore::member)
                .optional();
    }

    /**
     * In the order of their accounts' ids, from the one after {@code after} on.
     *
     * @param search a part of the address or of the name, in any case
     */
    List<Member> list(@Nullable String search, @Nullable UUID after, int limit) {
        return database.sql("""
                        SELECT m.account_id, m.role, m.status, m.created_at, m.custom_role_id, r.name AS role_name,
                            r.description AS role_description, r.base AS role_base, r.permissions AS role_permissions,
                            r.own_permissions AS role_own_permissions, a.email, a.first_name, a.last_name,
                            a.email_verified_at IS NOT NULL AS email_verified, (
                                SELECT max(s.last_used_at)
                                FROM identity.session s
                                WHERE s.account_id = m.account_id
                                  AND s.organization_id = m.organization_id) AS last_active_at
                        FROM access.membership m
                        JOIN identity.account a ON a.id = m.account_id
                        LEFT JOIN access.custom_role r ON r.id = m.custom_role_id
                        WHERE (CAST(:after AS uuid) IS NULL OR m.account_id > CAST(:after AS uuid))
                          AND (CAST(:search AS text) IS NULL
                            OR strpos(lower(concat_ws(' ', a.first_name, a.last_name, a.email)), lower(:search)) > 0)
                        ORDER BY m.account_id
                        LIMIT :limit
                        """)
                .param("search", search)
                .param("after", after)
                .param("limit", limit)
                .query(MemberStore::member)
                .list();
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        Membership membership = MembershipStore.membership(row, number);
        Timestamp lastActiveAt = row.getTimestamp("last_active_at");
        return new Member(
                new Account(
                        membership.account(),
                        new EmailAddress(row.getString("email")),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getBoolean("email_verified")),
                membership.role(),
                membership.status(),
                row.getTimestamp("created_at").toInstant(),
                lastActiveAt == null ? null : lastActiveAt.toInstant(),
                false);
    }
}
