package io.claribi.secrets;

import io.claribi.secrets.Resealing.Keys;
import io.claribi.secrets.ServerSecretStore.NamedServerSecret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals the server's own secrets anew. There are few of them: one batch is all. */
@Component
class ServerResealing {
    private static final Logger log = LoggerFactory.getLogger(ServerResealing.class);

    private final ServerSecretStore store;
    private final PlatformSealer sealer;

    ServerResealing(ServerSecretStore store, PlatformSealer sealer) {
        this.store = store;
        this.sealer = sealer;
    }

    ResealingBatch reseal(Keys keys) {
        long done = 0;
        long unopenable = 0;
        for (NamedServerSecret row : store.listSealedBy(keys.others())) {
            try {
                store.update(row.with(sealer.reseal(row.place(), row.sealed().secret())));
                done++;
            } catch (Unopenable e) {
                log.error("Not sealed anew: {}", e.getMessage());
                unopenable++;
            }
        }
        return new ResealingBatch(Resealed.ofServer(done), unopenable, null);
    }
}
