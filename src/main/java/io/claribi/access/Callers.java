package io.claribi.access;

import static io.claribi.access.keys.ApiKeyError.API_KEY_SUSPENDED;
import static io.claribi.identity.IdentityError.SESSION_ENDED;

import io.claribi.access.keys.PresentKey;
import io.claribi.access.keys.PresentKeys;
import io.claribi.identity.Session;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Credential;
import io.claribi.kernel.Grants;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.SessionId;
import io.claribi.secrets.Secret;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a session or an API key may do at this moment. */
@Component
public class Callers {
    private final PresentMembers members;
    private final PresentKeys keys;
    private final Doors doors;

    Callers(PresentMembers members, PresentKeys keys, Doors doors) {
        this.members = members;
        this.keys = keys;
        this.doors = doors;
    }

    /**
     * The session's caller, with the role it has now.
     *
     * @throws AppException SESSION_ENDED if the account is no active member any more; ORGANIZATION_DISABLED or
     *     ORGANIZATION_CLOSING
     */
    public Caller callerOf(Session session) {
        Membership membership = find(session.organization(), session.account())
                .orElseThrow(() ->
                        new AppException(SESSION_ENDED, "You are not an active member of the organization any more."));
        return caller(
                membership,
                session.id(),
                session.organization(),
                membership.role().grants());
    }

    /** Whether what a client sends is meant as an API key. */
    public boolean isMeantAsKey(Secret sent) {
        return keys.isMeantAsKey(sent);
    }

    /**
     * Whoever comes with an API key: its creator with the role of now, as far as the key's scopes reach.
     *
     * @throws AppException API_KEY_INVALID, API_KEY_EXPIRED or API_KEY_SUSPENDED; ORGANIZATION_DISABLED or
     *     ORGANIZATION_CLOSING
     */
    public Caller callerOf(Secret apiKey) {
        PresentKey key = keys.get(apiKey);
        Membership membership = find(key.organization(), key.account())
                .orElseThrow(() -> new AppException(
                        API_KEY_SUSPENDED, "Whoever made this API key is no active member of the organization."));
        return caller(
                membership,
                key.credential(),
                key.organization(),
                key.narrow(membership.role().grants()));
    }

    private Optional<Membership> find(OrganizationId organization, AccountId account) {
        return members.find(organization, account).filter(Membership::isActive);
    }

    private Caller caller(Membership membership, Credential credential, OrganizationId organization, Grants grants) {
        // While it is being deleted nobody gets in but the Owner in person: programs stop.
        doors.check(organization, membership.isOwner() && credential instanceof SessionId);
        return new Caller(
                membership.account(),
                credential,
                organization,
                membership.role().wireName(),
                membership.role().title(),
                grants);
    }
}
