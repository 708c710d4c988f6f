package io.claribi.secrets;

import io.claribi.kernel.StartRefused;
import io.claribi.secrets.keys.PlatformKey;
import io.claribi.secrets.keys.SecretsManager;
import io.claribi.tenancy.DatabaseSettings;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.DependsOn;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees to this server's keys: makes the first one, tells the other servers which it holds, notices new ones. */
@Component
// A server that could read past the isolation of organizations is refused before it is asked for keys.
@DependsOn("appRoleCheck")
@DependsOnDatabaseInitialization
class KeyKeeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KeyKeeper.class);

    private final UUID node = UUID.randomUUID();
    private final KeyRing ring;
    private final SecretsManager manager;
    private final PlatformKeyStore store;
    private final TransactionTemplate transaction;

    /**
     * @throws StartRefused if the keys are not those of the servers that are there already
     */
    KeyKeeper(
            KeyRing ring,
            SecretsManager manager,
            PlatformKeyStore store,
            TransactionTemplate transaction,
            DatabaseSettings database) {
        this.ring = ring;
        this.manager = manager;
        this.store = store;
        this.transaction = transaction;
        transaction.executeWithoutResult(status -> begin(database.external()));
    }

    private void begin(boolean mayHaveOthers) {
        store.lock();
        // Another server may have made the first key a moment ago.
        ring.load();
        if (mayHaveOthers) {
            refuseToLackKeysOfOthers();
        }
        if (ring.present().isEmpty()) {
            PlatformKey first = manager.make();
            log.info("Made a platform key: {} in {}", first.name(), manager.place());
            ring.load();
        }
        announceAndChoose();
        tellWhatIsLost();
    }

    /** Another's folder is not ours: with keys of our own we would seal what they can't open, and they what we can't. */
    private void refuseToLackKeysOfOthers() {
        List<String> missing = store.listUsedByOthers(node).stream()
                .filter(id -> !ring.present().contains(id))
                .toList();
        if (!missing.isEmpty()) {
            throw new StartRefused(
                    "Other servers on this database use platform keys that are not in %s: %s."
                            .formatted(manager.place(), String.join(", ", missing)),
                    "Give all servers the same keys: share the folder, or mount the same secret. If those servers have"
                            + " just stopped, try again in 30 seconds.");
        }
    }

    private void announceAndChoose() {
        store.announce(node, ring.present());
        ring.choose();
    }

    private void tellWhatIsLost() {
        for (KeyUse use : store.listUses()) {
            if (use.isUsed() && ring.find(use.keyId()).isEmpty()) {
                log.error(
                        "Platform key {} is not in {}, and {} can't be opened without it. Nothing of that is"
                                + " overwritten: put the key back, and it opens again.",
                        use.keyId(),
                        manager.place(),
                        use.told());
            }
        }
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void look() {
        Set<String> before = ring.present();
        ring.tryToLoad();
        before.stream().filter(id -> !ring.present().contains(id)).forEach(this::tellThatItHasGone);
        try {
            transaction.executeWithoutResult(status -> announceAndChoose());
        } catch (DataAccessException | TransactionException e) {
            log.debug("The database can't be told of the platform keys just now", e);
        }
    }

    private void tellThatItHasGone(String id) {
        log.warn(
                "Platform key {} has gone from {}. This server holds it until it stops, and seals anew by another key"
                        + " whatever it sealed, if there is another: see keys status before a restart.",
                id,
                manager.place());
    }

    @Override
    public void close() {
        try {
            transaction.executeWithoutResult(status -> store.leave(node));
        } catch (DataAccessException | TransactionException e) {
            log.debug("The database could not be told that this server stops", e);
        }
    }
}
