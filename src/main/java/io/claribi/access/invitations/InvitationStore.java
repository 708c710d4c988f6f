package io.claribi.access.invitations;

import io.claribi.access.roles.CustomRoleId;
import io.claribi.access.roles.Role;
import io.claribi.access.roles.RoleColumns;
import io.claribi.identity.EmailAddress;
import io.claribi.kernel.AccountId;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class InvitationStore {
    private static final String SELECT = """
            SELECT i.id, i.email, i.role, i.message, i.invited_by, i.granted_by, i.created_at, i.expires_at,
                i.custom_role_id, r.name AS role_name, r.description AS role_description,
                r.base AS role_base, r.permissions AS role_permissions,
                r.own_permissions AS role_own_permissions
            FROM access.invitation i
            LEFT JOIN access.custom_role r ON r.id = i.custom_role_id
            """;

    private final Database database;

    InvitationStore(Database database) {
        this.database = database;
    }

    void insert(Invitation invitation) {
        database.sql("""
                        INSERT INTO access.invitation (id, email, role, custom_role_id, message, invited_by, granted_by,
                            created_at, expires_at)
                        VALUES (:id, :email, :role, :customRole, :message, :invitedBy, :grantedBy,
                            :createdAt, :expiresAt)
                        """)
                .param("id", invitation.id().value())
                .param("email", invitation.email().value())
                .param("role", RoleColumns.builtInName(invitation.role()))
                .param("customRole", RoleColumns.customId(invitation.role()))
                .param("message", invitation.message())
                .param("invitedBy", invitation.invitedBy().value())
                .param("grantedBy", invitation.grantedBy().value())
                .param("createdAt", Timestamp.from(invitation.createdAt()))
                .param("expiresAt", Timestamp.from(invitation.expiresAt()))
                .update();
    }

    Optional<Invitation> find(InvitationId id) {
        return database.sql(SELECT + """
                        WHERE i.id = :id
                        """)
                .param("id", id.value())
                .query(InvitationStore::invitation)
                .optional();
    }

    Optional<Invitation> find(EmailAddress email) {
        return database.sql("""
                        SELECT id
                        FROM access.invitation
                        WHERE lower(email) = lower(:email)
                        """)
                .param("email", email.value())
                .query(UUID.class)
                .optional()
                .flatMap(id -> find(new InvitationId(id)));
    }

    /** Newest first, from the one before {@code before} on. */
    List<Invitation> list(@Nullable UUID before, int limit) {
        return database.sql(SELECT + """
                        WHERE CAST(:before AS uuid) IS NULL OR i.id < CAST(:before AS uuid)
                        ORDER BY i.id DESC
                        LIMIT :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query(InvitationStore::invitation)
                .list();
    }

    /** Those that have not expired. */
    List<Invitation> listPending(Instant now) {
        return database.sql(SELECT + """
                        WHERE i.expires_at > :now
                        """)
                .param("now", Timestamp.from(now))
                .query(InvitationStore::invitation)
                .list();
    }

    void grant(InvitationId id, Role role, AccountId grantedBy) {
        database.sql("""
                        UPDATE access.invitation
                        SET role = :role, custom_role_id = :customRole, granted_by = :grantedBy
                        WHERE id = :id
                        """)
                .param("role", RoleColumns.builtInName(role))
                .param("customRole", RoleColumns.customId(role))
                .param("grantedBy", grantedBy.value())
                .param("id", id.value())
                .update();
    }

    void extend(InvitationId id, Instant expiresAt) {
        database.sql("""
                        UPDATE access.invitation
                        SET expires_at = :expiresAt
                        WHERE id = :id
                        """)
                .param("expiresAt", Timestamp.from(expiresAt))
                .param("id", id.value())
                .update();
    }

    void delete(InvitationId id) {
        database.sql("""
                        DELETE FROM access.invitation
                        WHERE id = :id
                        """).param("id", id.value()).update();
    }

    long count(CustomRoleId role) {
        return database.sql("""
                        SELECT count(*)
                        FROM access.invitation
                        WHERE custom_role_id = :role
                        """).param("role", role.value()).query(Long.class).single();
    }

    void replaceRole(CustomRoleId former, Role role) {
        database.sql("""
                        UPDATE access.invitation
                        SET role = :role, custom_role_id = :customRole
                        WHERE custom_role_id = :former
                        """)
                .param("role", RoleColumns.builtInName(role))
                .param("customRole", RoleColumns.customId(role))
                .param("former", former.value())
                .update();
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                new InvitationId(row.getObject("id", UUID.class)),
                new EmailAddress(row.getString("email")),
                RoleColumns.read(row),
                row.getString("message"),
                new AccountId(row.getObject("invited_by", UUID.class)),
                new AccountId(row.getObject("granted_by", UUID.class)),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
