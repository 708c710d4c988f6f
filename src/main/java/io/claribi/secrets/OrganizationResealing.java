package io.claribi.secrets;

import io.claribi.kernel.OrganizationId;
import io.claribi.secrets.DataKeyStore.SealedDataKey;
import io.claribi.secrets.DataKeys.DataKey;
import io.claribi.secrets.OrganizationSecretStore.SealedField;
import io.claribi.secrets.Resealing.Keys;
import io.claribi.secrets.ResealingBatch.Position;
import io.claribi.secrets.fernet.Fernet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Gives the bound organization a new data key, seals its secrets anew by it, and deletes the old data key when nothing
 * needs it any more.
 */
@Component
class OrganizationResealing {
    private static final Logger log = LoggerFactory.getLogger(OrganizationResealing.class);

    private final DataKeyStore keyStore;
    private final DataKeys dataKeys;
    private final OrganizationSecretStore store;
    private final Sealer sealer;
    private final ApplicationEventPublisher events;

    OrganizationResealing(
            DataKeyStore keyStore,
            DataKeys dataKeys,
            OrganizationSecretStore store,
            Sealer sealer,
            ApplicationEventPublisher events) {
        this.keyStore = keyStore;
        this.dataKeys = dataKeys;
        this.store = store;
        this.sealer = sealer;
        this.events = events;
    }

    ResealingBatch reseal(OrganizationId organization, Keys keys, Position last) {
        if (keyStore.isEmpty()) {
            // The organization has gone meanwhile.
            return new ResealingBatch(Resealed.NOTHING, 0, null);
        }
        try (DataKey current = dataKeys.renewed(keys.others())) {
            // Waits for those who are about to seal by an old key, so that the batch sees what they sealed.
            List<SealedDataKey> retired = keyStore.lockRetired();
            List<SealedField> rows = store.listSealedByOthers(current.id(), last, ResealingBatch.ROWS);
            List<SealedField> fresh = reseal(organization, rows, retired, current);
            store.update(fresh);
            boolean more = rows.size() == ResealingBatch.ROWS;
            boolean done = !more && keyStore.deleteUnused() > 0;
            if (done) {
                events.publishEvent(new SecretRotated(organization, keys.target()));
            }
            return new ResealingBatch(
                    Resealed.ofOrganization(done, fresh.size()),
                    rows.size() - fresh.size(),
                    more ? rows.getLast().position() : null);
        }
    }

    private List<SealedField> reseal(
            OrganizationId organization, List<SealedField> rows, List<SealedDataKey> retired, DataKey current) {
        List<SealedField> fresh = new ArrayList<>(rows.size());
        for (SealedDataKey old : retired) {
            List<SealedField> itsRows = rows.stream()
                    .filter(row -> row.secret().keyId().equals(old.id().toString()))
                    .toList();
            if (!itsRows.isEmpty()) {
                try (DataKey key = dataKeys.open(old)) {
                    itsRows.forEach(
                            row -> reseal(organization, row, key, current).ifPresent(fresh::add));
                } catch (Unopenable e) {
                    log.error("Not sealed anew: {}", e.getMessage());
                }
            }
        }
        return fresh;
    }

    private Optional<SealedField> reseal(OrganizationId organization, SealedField row, DataKey old, DataKey current) {
        Place place = Place.of(organization, row.record(), row.field());
        try {
            return Optional.of(row.with(sealer.reseal(
                    place, row.secret(), new Fernet(old.key()), current.id().toString(), new Fernet(current.key()))));
        } catch (Unopenable e) {
            log.error("Not sealed anew: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
