package io.claribi.secrets;

import io.claribi.kernel.Ids;
import io.claribi.secrets.DataKeyStore.SealedDataKey;
import io.claribi.secrets.fernet.FernetKey;
import io.claribi.tenancy.OrganizationScope;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The bound organization's data keys: made when the first secret is put, and open only in the hands of who uses them. */
@Component
class DataKeys {
    private final DataKeyStore store;
    private final PlatformSealer platform;

    DataKeys(DataKeyStore store, PlatformSealer platform) {
        this.store = store;
        this.platform = platform;
    }

    /** The key that seals. One that can't be opened any more makes way for a new one, and stays for what it sealed. */
    DataKey current() {
        Optional<SealedDataKey> found = store.findCurrent();
        if (found.isPresent()) {
            try {
                return open(found.get());
            } catch (Unopenable e) {
                store.retire(found.get().id());
            }
        }
        return make();
    }

    /** The key that seals, and a new one if it is sealed by one of these platform keys. */
    DataKey renewed(Set<String> oldPlatformKeys) {
        store.findCurrent()
                .filter(key -> oldPlatformKeys.contains(key.sealed().keyId()))
                .ifPresent(key -> store.retire(key.id()));
        return current();
    }

    DataKey open(SealedDataKey sealed) throws Unopenable {
        byte[] bytes = platform.openBytes(place(sealed.id()), sealed.sealed());
        return FernetKey.of(bytes)
                .map(key -> new DataKey(sealed.id(), key))
                .orElseThrow(() -> new Unopenable("Data key %s has not the length of one".formatted(sealed.id())));
    }

    private DataKey make() {
        var key = new DataKey(Ids.next(), FernetKey.random());
        byte[] bytes = key.key().copy();
        try {
            var sealed = new SealedDataKey(key.id(), platform.seal(place(key.id()), bytes));
            if (store.insertCurrent(sealed)) {
                return key;
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        key.close();
        return current();
    }

    private static Place place(UUID id) {
        return Place.ofDataKey(OrganizationScope.current(), id);
    }

    /** An open data key; closing it wipes it. */
    record DataKey(UUID id, FernetKey key) implements AutoCloseable {
        @Override
        public void close() {
            key.close();
        }
    }
}
