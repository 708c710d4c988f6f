package io.claribi.secrets;

import io.claribi.secrets.DataKeys.DataKey;
import io.claribi.secrets.OrganizationSecretStore.SealedSecret;
import io.claribi.secrets.fernet.Fernet;
import io.claribi.tenancy.OrganizationScope;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secrets of the bound organization, each of a record and a field of it, sealed by the organization's data key. The
 * record itself holds nothing of them.
 */
@Component
public class OrganizationSecrets {
    private final OrganizationSecretStore store;
    private final DataKeys keys;
    private final Sealer sealer;

    OrganizationSecrets(OrganizationSecretStore store, DataKeys keys, Sealer sealer) {
        this.store = store;
        this.keys = keys;
        this.sealer = sealer;
    }

    /** Seals the secret, in the place of the one that was there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(UUID record, String field, Secret secret) {
        try (DataKey key = keys.current()) {
            store.put(
                    record,
                    field,
                    sealer.seal(key.id().toString(), new Fernet(key.key()), place(record, field), secret));
        }
    }

    /**
     * The secret, for the work that needs it now.
     *
     * @throws io.claribi.kernel.AppException SECRET_UNREADABLE
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Secret> open(UUID record, String field) {
        return store.find(record, field).map(found -> open(place(record, field), found));
    }

    private Secret open(Place place, SealedSecret sealed) {
        try (DataKey key = keys.open(sealed.key())) {
            return sealer.open(new Fernet(key.key()), place, sealed.secret());
        } catch (Unopenable e) {
            throw e.toAppException();
        }
    }

    /** Deletes all secrets of the record. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(UUID record) {
        store.delete(record);
    }

    private static Place place(UUID record, String field) {
        return Place.of(OrganizationScope.current(), record, field);
    }
}
