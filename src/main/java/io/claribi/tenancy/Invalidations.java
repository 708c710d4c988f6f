package io.claribi.tenancy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Tells every node that something it may remember has changed. What is announced in a transaction is heard when, and only
 * if, it commits (PostgreSQL's NOTIFY).
 */
@Component
public class Invalidations {
    static final String CHANNEL = "claribi_invalidation";

    private final Database database;
    private final InvalidationListener listener;
    private final Map<String, WatchedCache<?, ?>> caches = new ConcurrentHashMap<>();

    Invalidations(Database database, InvalidationListener listener) {
        this.database = database;
        this.listener = listener;
        listener.onMessage(this::hear);
        listener.onGap(() -> caches.values().forEach(WatchedCache::clear));
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

    private void announce(String topic, String key) {
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
        WatchedCache<?, ?> cache = caches.get(message.substring(0, Math.max(space, 0)));
        if (cache != null) {
            cache.drop(message.substring(space + 1));
        }
    }
}
