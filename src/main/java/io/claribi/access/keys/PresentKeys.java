package io.claribi.access.keys;

import static io.claribi.access.keys.ApiKeyError.API_KEY_EXPIRED;
import static io.claribi.access.keys.ApiKeyError.API_KEY_INVALID;

import io.claribi.access.keys.ApiKeyStore.Kept;
import io.claribi.access.keys.KeyAddresses.KeyAddress;
import io.claribi.kernel.AppException;
import io.claribi.secrets.Secret;
import io.claribi.tenancy.Invalidations;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.tenancy.WatchedCache;
import java.security.MessageDigest;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys that requests come with, looked up at each of them, and remembered until something happens to them. */
@Component
class PresentKeys {
    private final WatchedCache<String, Kept> keys;
    private final KeyAddresses addresses;
    private final ApiKeyStore store;
    private final OrganizationWork work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PresentKeys(
            KeyAddresses addresses,
            ApiKeyStore store,
            Invalidations invalidations,
            OrganizationWork work,
            TransactionTemplate transaction,
            Clock clock) {
        this.addresses = addresses;
        this.store = store;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
        keys = invalidations.cache("api-key", publicId -> publicId, this::load);
    }

    /**
     * The key that a client sends.
     *
     * @throws AppException API_KEY_INVALID or API_KEY_EXPIRED
     */
    PresentKey get(Secret sent) {
        KeyText text = KeyText.read(sent).orElseThrow(PresentKeys::invalid);
        Kept kept = keys.get(text.publicId());
        if (!MessageDigest.isEqual(kept.hash(), text.hash())) {
            throw invalid();
        }
        if (kept.key().isExpired(clock.instant())) {
            throw new AppException(API_KEY_EXPIRED, "The API key has expired. Make a new one in the settings.");
        }
        return kept.key();
    }

    /** Makes every node look again, as of the transaction's end. */
    void forget(String publicId) {
        keys.invalidate(publicId);
    }

    /** Throws rather than answers what is not there, so that ids that somebody makes up fill no cache. */
    private Kept load(String publicId) {
        KeyAddress address =
                transaction.execute(status -> addresses.find(publicId)).orElseThrow(PresentKeys::invalid);
        return work.call(address.organization(), () -> store.findKept(address.key(), address.organization()))
                .orElseThrow(PresentKeys::invalid);
    }

    private static AppException invalid() {
        return new AppException(API_KEY_INVALID, "There is no such API key. It may have been revoked.");
    }
}
