package io.claribi.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was read once and is true until a node says otherwise. While this node can't hear the others, everything is read
 * anew.
 */
public final class WatchedCache<K, V> {
    private final BooleanSupplier trusted;
    private final Function<? super K, String> name;
    private final Function<? super K, ? extends V> load;
    private final Consumer<String> announce;
    // Dropping an entry that is being loaded waits for the load (ConcurrentHashMap), so that no old value comes in
    // after.
    private final Cache<String, V> entries = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    WatchedCache(
            BooleanSupplier trusted,
            Function<? super K, String> name,
            Function<? super K, ? extends V> load,
            Consumer<String> announce) {
        this.trusted = trusted;
        this.name = name;
        this.load = load;
        this.announce = announce;
    }

    public V get(K key) {
        return trusted.getAsBoolean() ? entries.get(name.apply(key), absent -> load.apply(key)) : load.apply(key);
    }

    /** Reads it anew, where something shows that what this node remembers is behind. */
    public V getAnew(K key) {
        drop(name.apply(key));
        return get(key);
    }

    /**
     * Makes every node look again once the transaction of the moment has committed; this one before the commit returns.
     *
     * @throws IllegalStateException if there is no transaction
     */
    public void invalidate(K key) {
        String entry = name.apply(key);
        announce.accept(entry);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                drop(entry);
            }
        });
    }

    void drop(String entry) {
        entries.invalidate(entry);
    }

    /** Drops the entries whose names begin so. */
    void dropAllOf(String prefix) {
        entries.asMap().keySet().removeIf(entry -> entry.startsWith(prefix));
    }

    void clear() {
        entries.invalidateAll();
    }
}
