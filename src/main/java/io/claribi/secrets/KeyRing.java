package io.claribi.secrets;

import io.claribi.kernel.StartRefused;
import io.claribi.secrets.keys.KeyPlaceRules;
import io.claribi.secrets.keys.PlatformKey;
import io.claribi.secrets.keys.SecretsManager;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The platform keys that this server holds. All of them open; the one that seals is the newest that every server alive
 * holds, so that nobody gets what they can't open. A key whose file has gone stays in memory until the server stops: that
 * is the last chance to seal anew what it sealed.
 */
@Component
class KeyRing {
    private static final Logger log = LoggerFactory.getLogger(KeyRing.class);
    /** How often an unknown key id may send a server to its secrets manager. */
    private static final long BETWEEN_LOOKS = Duration.ofSeconds(1).toNanos();

    private final SecretsManager manager;
    private final KeyPlaceRules rules;
    private final PlatformKeyStore store;
    private volatile Map<String, PlatformKey> known = Map.of();
    private volatile Set<String> present = Set.of();
    private volatile @Nullable PlatformKey sealing;
    private long lastLook;

    /**
     * @throws StartRefused if the keys are not kept as they must be
     */
    KeyRing(SecretsManager manager, KeyPlaceRules rules, PlatformKeyStore store) {
        this.manager = manager;
        this.rules = rules;
        this.store = store;
        load();
    }

    /** Takes what the secrets manager holds at this moment. */
    synchronized void load() {
        List<PlatformKey> found = manager.load();
        rules.checkKeys(found);
        Map<String, PlatformKey> all = new LinkedHashMap<>(known);
        found.forEach(key -> all.putIfAbsent(key.id(), key));
        known = Map.copyOf(all);
        present = found.stream().map(PlatformKey::id).collect(Collectors.toUnmodifiableSet());
        lastLook = System.nanoTime();
    }

    /** As above, unless what is there is not as it must be: then what was known goes on. */
    void tryToLoad() {
        try {
            load();
        } catch (StartRefused e) {
            log.error("{} {} Until then the server goes on with the keys that it has.", e.getMessage(), e.remedy());
        }
    }

    /** Notes new keys in the database, in the transaction around, and chooses the one that seals. */
    void choose() {
        store.register(present);
        sealing = store.findNewestHeldByAll(present)
                .or(() -> store.findNewest(present))
                .or(() -> store.findNewest(known.keySet()))
                .map(known::get)
                .orElse(null);
    }

    /** The key that seals. Called in a transaction. */
    PlatformKey sealing() {
        if (sealing == null) {
            choose();
        }
        PlatformKey key = sealing;
        if (key == null) {
            throw new IllegalStateException("There is no platform key in " + manager.place());
        }
        return key;
    }

    /** The key of this id. */
    Optional<PlatformKey> find(String id) {
        PlatformKey key = known.get(id);
        if (key == null) {
            lookAgain();
            key = known.get(id);
        }
        return Optional.ofNullable(key);
    }

    private synchronized void lookAgain() {
        if (System.nanoTime() - lastLook > BETWEEN_LOOKS) {
            tryToLoad();
        }
    }

    boolean isHeld(String id) {
        return known.containsKey(id);
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    Collection<PlatformKey> all() {
        return known.values();
    }

    /** The keys that would still be there after a restart. */
    Set<String> present() {
        return present;
    }
}
