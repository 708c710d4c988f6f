package io.claribi.secrets;

import io.claribi.kernel.AccountId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The secrets of people, whatever organizations they belong to, sealed by the platform key. */
@Component
public class AccountSecrets {
    private final AccountSecretStore store;
    private final PlatformSealer sealer;

    AccountSecrets(AccountSecretStore store, PlatformSealer sealer) {
        this.store = store;
        this.sealer = sealer;
    }

    /** Seals the secret, in the place of the one that was there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(AccountId account, String field, Secret secret) {
        store.put(account, field, sealer.seal(Place.of(account, field), secret));
    }

    /**
     * The secret, for the work that needs it now.
     *
     * @throws io.claribi.kernel.AppException SECRET_UNREADABLE
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Secret> open(AccountId account, String field) {
        return store.find(account, field).map(found -> open(Place.of(account, field), found));
    }

    private Secret open(Place place, Sealed sealed) {
        try {
            return sealer.open(place, sealed);
        } catch (Unopenable e) {
            throw e.toAppException();
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(AccountId account, String field) {
        store.delete(account, field);
    }
}
