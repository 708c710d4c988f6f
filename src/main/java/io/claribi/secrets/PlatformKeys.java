package io.claribi.secrets;

import static io.claribi.secrets.SecretsError.PLATFORM_KEY_NOT_FOUND;
import static io.claribi.secrets.SecretsError.PLATFORM_KEY_USED;

import io.claribi.kernel.AppException;
import io.claribi.kernel.StartRefused;
import io.claribi.secrets.PlatformKeyStatus.State;
import io.claribi.secrets.keys.PlatformKey;
import io.claribi.secrets.keys.SecretsManager;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The platform keys as an operator sees to them. */
@Component
public class PlatformKeys {
    private final KeyRing ring;
    private final SecretsManager manager;
    private final PlatformKeyStore store;
    private final ResealingStore progress;
    private final Resealing resealing;
    private final TransactionTemplate transaction;

    PlatformKeys(
            KeyRing ring,
            SecretsManager manager,
            PlatformKeyStore store,
            ResealingStore progress,
            Resealing resealing,
            TransactionTemplate transaction) {
        this.ring = ring;
        this.manager = manager;
        this.store = store;
        this.progress = progress;
        this.resealing = resealing;
        this.transaction = transaction;
    }

    /** Where the keys are. */
    public String place() {
        return manager.place();
    }

    /** All keys that something is known of, oldest first. */
    public List<PlatformKeyStatus> list() {
        return transaction.execute(status -> {
            store.register(ring.present());
            String sealing = ring.isEmpty() ? "" : ring.sealing().id();
            return store.listUses().stream().map(use -> status(use, sealing)).toList();
        });
    }

    private PlatformKeyStatus status(KeyUse use, String sealing) {
        Optional<PlatformKey> key = ring.find(use.keyId());
        return new PlatformKeyStatus(
                use.keyId(), key.map(PlatformKey::name), state(use, key, sealing), use.isUsed(), use.told());
    }

    private State state(KeyUse use, Optional<PlatformKey> key, String sealing) {
        if (use.keyId().equals(sealing)) {
            return State.SEALS;
        }
        if (key.isEmpty()) {
            return use.isUsed() ? State.LOST : State.GONE;
        }
        return store.countServersWithout(use.keyId()) > 0 ? State.AWAITED : State.OPENS;
    }

    /** How far everything is sealed anew by the key that seals; empty if that was never needed. */
    public Optional<ResealingProgress> progress() {
        return transaction.execute(status -> {
            ring.choose();
            return ring.isEmpty()
                    ? Optional.empty()
                    : progress.find(ring.sealing().id());
        });
    }

    /** Whether something is left to be sealed anew by this key, and can be. */
    public boolean isSealingAnew(String id) {
        return transaction.execute(status -> {
            boolean left = store.listUses().stream()
                    .anyMatch(use -> use.isUsed() && !use.keyId().equals(id) && ring.isHeld(use.keyId()));
            boolean tried =
                    progress.find(id).filter(done -> done.finishedAt() != null).isPresent();
            return left && !tried;
        });
    }

    /** Servers that are alive and work on this database. */
    public long countServers() {
        return transaction.execute(status -> store.countServers());
    }

    /** Of those, how many do not hold the key yet. */
    public long countServersWithout(String id) {
        return transaction.execute(status -> store.countServersWithout(id));
    }

    /**
     * Makes a new key. The servers take it into use by themselves once all of them hold it.
     *
     * @return its id
     * @throws StartRefused if it has to be made elsewhere
     */
    public String make() {
        PlatformKey key = manager.make();
        ring.load();
        transaction.executeWithoutResult(status -> ring.choose());
        return key.id();
    }

    /** Seals everything anew here and now, for when no server is there to do it. */
    public void resealEverything() {
        transaction.executeWithoutResult(status -> ring.choose());
        resealing.run();
    }

    /**
     * Removes a key that nothing is sealed by any more.
     *
     * @throws AppException PLATFORM_KEY_NOT_FOUND or PLATFORM_KEY_USED
     * @throws StartRefused if the key, which clariBI has forgotten by then, has to be removed elsewhere
     */
    public void remove(String id) {
        try {
            transaction.executeWithoutResult(status -> forget(id));
        } catch (DataIntegrityViolationException e) {
            // Somebody sealed by it since it was looked for what it seals.
            throw used(id, "something").causedBy(e);
        }
        ring.find(id).ifPresent(manager::remove);
    }

    private void forget(String id) {
        KeyUse use = store.listUses().stream()
                .filter(one -> one.keyId().equals(id))
                .findFirst()
                .orElseThrow(() -> new AppException(
                        PLATFORM_KEY_NOT_FOUND, "There is no platform key %s; see keys status.".formatted(id)));
        if (use.isUsed()) {
            throw used(id, use.told());
        }
        if (!ring.isEmpty() && ring.sealing().id().equals(id)) {
            throw new AppException(
                    PLATFORM_KEY_USED,
                    "Platform key %s is the one that seals. Make another one first: keys rotate.".formatted(id));
        }
        store.remove(id);
    }

    private static AppException used(String id, String what) {
        return new AppException(
                PLATFORM_KEY_USED, "Platform key %s still seals %s; see keys status.".formatted(id, what));
    }
}
