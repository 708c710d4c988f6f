package io.claribi.secrets;

import io.claribi.secrets.AccountSecretStore.SealedAccountSecret;
import io.claribi.secrets.Resealing.Keys;
import io.claribi.secrets.ResealingBatch.Position;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals the secrets of accounts anew. */
@Component
class AccountResealing {
    private static final Logger log = LoggerFactory.getLogger(AccountResealing.class);

    private final AccountSecretStore store;
    private final PlatformSealer sealer;

    AccountResealing(AccountSecretStore store, PlatformSealer sealer) {
        this.store = store;
        this.sealer = sealer;
    }

    ResealingBatch reseal(Keys keys, Position last) {
        List<SealedAccountSecret> rows = store.listSealedBy(keys.others(), last, ResealingBatch.ROWS);
        List<SealedAccountSecret> fresh = new ArrayList<>(rows.size());
        for (SealedAccountSecret row : rows) {
            Place place = Place.of(row.account(), row.field());
            try {
                fresh.add(row.with(sealer.reseal(place, row.secret())));
            } catch (Unopenable e) {
                log.error("Not sealed anew: {}", e.getMessage());
            }
        }
        store.update(fresh);
        return new ResealingBatch(
                Resealed.ofAccounts(fresh.size()),
                rows.size() - fresh.size(),
                rows.size() < ResealingBatch.ROWS ? null : rows.getLast().position());
    }
}
