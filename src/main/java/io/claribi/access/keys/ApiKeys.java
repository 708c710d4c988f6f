package io.claribi.access.keys;

import static io.claribi.access.keys.ApiKeyError.API_KEY_NOT_FOUND;
import static io.claribi.access.keys.ApiKeyError.TOO_MANY_API_KEYS;

import io.claribi.access.MemberChanged.MemberRemoved;
import io.claribi.access.keys.ApiKey.KeyUse;
import io.claribi.access.keys.ApiKeyChanged.ApiKeyCreated;
import io.claribi.access.keys.ApiKeyChanged.ApiKeyRevoked;
import io.claribi.access.keys.ApiKeyRules.Terms;
import io.claribi.access.keys.KeyAddresses.KeyAddress;
import io.claribi.identity.Accounts;
import io.claribi.jobs.PresentRights;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Grants;
import io.claribi.kernel.Page;
import io.claribi.kernel.Permission;
import io.claribi.secrets.Secret;
import io.claribi.tenancy.OrganizationScope;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys of the current organization's members. One is its creator's, who sees and revokes it; so does whoever manages
 * the organization's integrations. For others there is none.
 */
@Component
public class ApiKeys {
    /** Of one member, also those that have expired: nobody keeps an eye on more. */
    static final int MOST = 50;

    private final ApiKeyStore store;
    private final KeyAddresses addresses;
    private final PresentKeys present;
    private final PresentRights rights;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiKeys(
            ApiKeyStore store,
            KeyAddresses addresses,
            PresentKeys present,
            PresentRights rights,
            Accounts accounts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.addresses = addresses;
        this.present = present;
        this.rights = rights;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a key of the caller's. What it may do is judged anew with each request; that the caller holds its scopes now,
     * with nobody changing that meanwhile, only spares surprises.
     *
     * @throws AppException INVALID_INPUT, TOO_MANY_API_KEYS
     */
    @Transactional
    public NewApiKey create(Caller caller, ApiKeyDraft draft) {
        Grants held = rights.hold(caller.account()).orElse(Grants.NONE);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Terms terms = ApiKeyRules.read(draft, held.and(caller.grants()), now);
        if (store.count(caller.account()) >= MOST) {
            throw new AppException(
                    TOO_MANY_API_KEYS,
                    "You have %d API keys, the most that one may have here. Revoke one that nothing uses any more."
                            .formatted(MOST));
        }
        KeyText text = KeyText.random();
        var key = new ApiKey(
                ApiKeyId.next(),
                terms.name(),
                terms.description(),
                KeyText.START + text.publicId(),
                accounts.get(caller.account()),
                terms.scopes(),
                now,
                terms.expiresAt(),
                KeyUse.NONE);
        store.insert(key, text);
        addresses.insert(text.publicId(), new KeyAddress(OrganizationScope.current(), key.id()));
        events.publishEvent(new ApiKeyCreated(key));
        return new NewApiKey(key, text.whole());
    }

    /** Newest first: the caller's, or everybody's if they may see those. */
    @Transactional(readOnly = true)
    public Page<ApiKey> list(Caller caller, @Nullable UUID before, int pageSize) {
        boolean all = caller.can(Permission.MANAGE_INTEGRATIONS);
        return Page.of(
                store.list(all ? null : caller.account(), before, pageSize + 1),
                pageSize,
                key -> key.id().value());
    }

    /** The key that the caller comes with, if it is one. */
    @Transactional(readOnly = true)
    public Optional<ApiKey> find(Caller caller) {
        return caller.findApiKey().flatMap(shown -> store.find(new ApiKeyId(shown.id())));
    }

    /**
     * Makes a key worthless, as of the next request that comes with it.
     *
     * @throws AppException API_KEY_NOT_FOUND, also if the caller may not see it
     */
    @Transactional
    public void revoke(Caller caller, ApiKeyId id) {
        ApiKey key = store.find(id)
                .filter(found ->
                        found.creator().id().equals(caller.account()) || caller.can(Permission.MANAGE_INTEGRATIONS))
                .orElseThrow(() -> notFound(id));
        if (!revoke(key, false)) {
            throw notFound(id);
        }
    }

    /** Keys don't outlive the membership that they act by, and don't come back with it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(MemberRemoved removed) {
        store.list(removed.member(), null, MOST).forEach(key -> revoke(key, true));
    }

    private boolean revoke(ApiKey key, boolean membershipEnded) {
        if (!store.delete(key.id())) {
            return false;
        }
        String publicId = key.prefix().substring(KeyText.START.length());
        addresses.delete(publicId);
        present.forget(publicId);
        events.publishEvent(new ApiKeyRevoked(key, membershipEnded));
        return true;
    }

    private static AppException notFound(ApiKeyId id) {
        return new AppException(API_KEY_NOT_FOUND, "There is no API key %s.".formatted(id.value()));
    }

    /** A key, and its text, which nobody can get again. */
    public record NewApiKey(ApiKey key, Secret text) {}
}
