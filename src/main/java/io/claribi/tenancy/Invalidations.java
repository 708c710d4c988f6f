package io.claribi.tenancy;

import io.claribi.kernel.OrganizationId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Tells every node that something it may remember has changed. What is announced in a transaction is heard when, and only
 * if, it commits (PostgreSQL's NOTIFY).
 */
@Component
public class Invalidations implements OrganizationMemory {
    static final String CHANNEL = "claribi_invalidation";

    private final Database database;
    private final InvalidationListener listener;
    private final Map<String, WatchedCache<?, ?>> caches = new ConcurrentHashMap<>();
    private final Map<String, Consumer<String>> listeners = new ConcurrentHashMap<>();

    Invalidations(Database database, InvalidationListener listener) {
        this.database = database;
        this.listener = listener;
        listener.onMessage(this::hear);
        listener.onGap(this::forgetAll);
    }

    /**
     * A cache whose entries are dropped on every node when one of them says so.
     *
     * @param topic a name that no other cache has
     * @param name of a key, unique in the cache
     * @param load what is remembered; called in the thread that asks
     */
    public <K, V> WatchedCache<K, V> cache(
            String topic, Function<? super K, String> name, Function<? super K, ? extends V> load) {
        var cache = new WatchedCache<K, V>(listener::isHearing, name, load, key -> announce(topic, key));
        if (caches.putIfAbsent(topic, cache) != null) {
            throw new IllegalStateException("There is a cache of the topic %s already".formatted(topic));
        }
        return cache;
    }

    /** Drops what is named after the organization: its id, or that and more. */
    @Override
    public void forget(OrganizationId organization) {
        caches.values().forEach(cache -> cache.dropAllOf(organization.value().toString()));
    }

    @Override
    public void forgetAll() {
        caches.values().forEach(WatchedCache::clear);
    }

    /**
     * @param topic a name that nothing else has
     * @param hear called with each key that any node announces
     * @param gap called where announcements may have been missed
     */
    void listen(String topic, Consumer<String> hear, Runnable gap) {
        listeners.put(topic, hear);
        listener.onGap(gap);
    }

    /** In the transaction around. */
    void announce(String topic, String key) {
        database.sql("""
                        SELECT pg_notify(:channel, :message)
                        """)
                .param("channel", CHANNEL)
                .param("message", topic + ' ' + key)
                .query((row, number) -> topic)
                .single();
    }

    private void hear(String message) {
        int space = message.indexOf(' ');
        String topic = message.substring(0, Math.max(space, 0));
        String key = message.substring(space + 1);
        Optional.ofNullable(caches.get(topic)).ifPresent(cache -> cache.drop(key));
        Optional.ofNullable(listeners.get(topic)).ifPresent(hear -> hear.accept(key));
    }
}
