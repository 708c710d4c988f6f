package io.claribi.kernel;

import java.util.Optional;
import java.util.Set;

/**
 * Who acts, where, and what they may do there; made at the start of a request from the session or key and the
 * membership as they are at that moment, never from what the caller sent.
 *
 * @param role its name on the wire: a built-in one's in lower case, a custom one's id
 * @param roleName as people know it
 * @param grants what the role holds now, of an API key within its scopes
 */
public record Caller(
        AccountId account,
        Credential credential,
        OrganizationId organization,
        String role,
        String roleName,
        Grants grants) {

    /**
     * @throws IllegalStateException if there is none: the caller comes with an API key, to a route that says nothing of
     *     being for sessions only
     */
    public SessionId session() {
        return findSession().orElseThrow(() -> new IllegalStateException("An API key has no session"));
    }

    public Optional<SessionId> findSession() {
        return credential instanceof SessionId session ? Optional.of(session) : Optional.empty();
    }

    public Optional<Credential.ApiKey> findApiKey() {
        return credential instanceof Credential.ApiKey key ? Optional.of(key) : Optional.empty();
    }

    /** The same who may do this. */
    public Caller within(Grants less) {
        return new Caller(account, credential, organization, role, roleName, less);
    }

    public Set<Permission> permissions() {
        return grants.permissions();
    }

    /** Whether the caller may do it at all, if only to what they created themselves. */
    public boolean can(Permission permission) {
        return grants.include(permission);
    }

    /** Whether the caller may do it to something that this account created. */
    public boolean can(Permission permission, AccountId creator) {
        return grants.includeOnEverything(permission) || grants.include(permission) && account.equals(creator);
    }
}
