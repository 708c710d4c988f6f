package io.claribi.access.invitations;

import io.claribi.identity.OpaqueToken;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** What leads from a mail to an invitation: the hash of a token, one at a time, from when the mail is written on. */
@Repository
class InvitationLinks {
    private final Database database;

    InvitationLinks(Database database) {
        this.database = database;
    }

    void insert(InvitationId invitation, OrganizationId organization) {
        database.sql("""
                        INSERT INTO access.invitation_link (invitation_id, organization_id)
                        VALUES (:invitation, :organization)
                        """)
                .param("invitation", invitation.value())
                .param("organization", organization.value())
                .update();
    }

    /** Makes the token that is on its way useless. */
    void forgetToken(InvitationId invitation) {
        database.sql("""
                        UPDATE access.invitation_link
                        SET token_hash = NULL
                        WHERE invitation_id = :invitation
                        """).param("invitation", invitation.value()).update();
    }

    /** A new token in the place of the one before it; empty if the invitation was withdrawn or accepted. */
    Optional<OpaqueToken> mint(InvitationId invitation) {
        OpaqueToken token = OpaqueToken.random();
        int minted = database.sql("""
                        UPDATE access.invitation_link
                        SET token_hash = :hash
                        WHERE invitation_id = :invitation AND accepted_at IS NULL
                        """)
                .param("hash", token.hash())
                .param("invitation", invitation.value())
                .update();
        return minted == 1 ? Optional.of(token) : Optional.empty();
    }

    Optional<Link> find(InvitationId invitation) {
        return database.sql("""
                        SELECT invitation_id, organization_id, accepted_at
                        FROM access.invitation_link
                        WHERE invitation_id = :invitation
                        """)
                .param("invitation", invitation.value())
                .query(InvitationLinks::link)
                .optional();
    }

    Optional<Link> find(OpaqueToken token) {
        return database.sql("""
                        SELECT invitation_id, organization_id, accepted_at
                        FROM access.invitation_link
                        WHERE token_hash = :hash
                        """)
                .param("hash", token.hash())
                .query(InvitationLinks::link)
                .optional();
    }

    void accepted(InvitationId invitation, Instant at) {
        database.sql("""
                        UPDATE access.invitation_link
                        SET accepted_at = :at
                        WHERE invitation_id = :invitation
                        """)
                .param("at", Timestamp.from(at))
                .param("invitation", invitation.value())
                .update();
    }

    void delete(InvitationId invitation) {
        database.sql("""
                        DELETE FROM access.invitation_link
                        WHERE invitation_id = :invitation
                        """).param("invitation", invitation.value()).update();
    }

    void deleteAcceptedBefore(Instant before) {
        database.sql("""
                        DELETE FROM access.invitation_link
                        WHERE accepted_at < :before
                        """).param("before", Timestamp.from(before)).update();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                new InvitationId(row.getObject("invitation_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getTimestamp("accepted_at") != null);
    }

    record Link(InvitationId invitation, OrganizationId organization, boolean accepted) {}
}
