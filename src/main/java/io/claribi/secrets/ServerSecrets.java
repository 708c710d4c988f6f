package io.claribi.secrets;

import io.claribi.kernel.Ids;
import io.claribi.secrets.ServerSecretStore.SealedServerSecret;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The server's own secrets, the same on all nodes, sealed by the platform key. The server must go on without one that
 * can't be opened any more: that one is kept, and counts as not there.
 */
@Component
public class ServerSecrets {
    private static final Logger log = LoggerFactory.getLogger(ServerSecrets.class);

    private final ServerSecretStore store;
    private final PlatformSealer sealer;

    ServerSecrets(ServerSecretStore store, PlatformSealer sealer) {
        this.store = store;
        this.sealer = sealer;
    }

    /** The secret of this name, the same for all who ask at once; made by {@code first} if there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Secret get(String name, Supplier<Secret> first) {
        return find(name).orElseGet(() -> {
            store.lock(name);
            return find(name).orElseGet(() -> add(name, first.get()));
        });
    }

    private Secret add(String name, Secret secret) {
        UUID id = Ids.next();
        store.insert(name, new SealedServerSecret(id, sealer.seal(Place.ofServer(id, name), secret)));
        return secret;
    }

    /** Seals the secret, in the place of those of this name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(String name, Secret secret) {
        store.delete(name);
        add(name, secret);
    }

    /** The newest secret of this name that can be opened. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Secret> find(String name) {
        return store.list(name).stream()
                .flatMap(found -> open(name, found).stream())
                .findFirst();
    }

    private Optional<Secret> open(String name, SealedServerSecret sealed) {
        try {
            return Optional.of(sealer.open(Place.ofServer(sealed.id(), name), sealed.secret()));
        } catch (Unopenable e) {
            log.warn("The server's secret {} can't be opened: {}", name, e.getMessage());
            return Optional.empty();
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(String name) {
        store.delete(name);
    }
}
