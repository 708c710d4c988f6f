package io.claribi.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.claribi.tenancy.OrganizationKey;
import io.claribi.warehouse.TableVersionId;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Results by what they are a function of. A table's version never changes, so that a result is right for as long as
 * anybody asks for that version; it goes when it is old or memory is short. Whoever asks for what is being computed
 * waits for it.
 */
final class ResultCache {
    private static final int ENTRY_BYTES = 1_000;

    private final Cache<OrganizationKey<Key>, Entry> entries;
    private final ConcurrentHashMap<OrganizationKey<Key>, CompletableFuture<Entry>> computing =
            new ConcurrentHashMap<>();

    ResultCache(QuerySettings settings) {
        entries = Caffeine.newBuilder()
                .maximumWeight(settings.cacheSize().toBytes())
                .weigher((OrganizationKey<Key> key, Entry entry) ->
                        (int) Math.min(Integer.MAX_VALUE, entry.bytes() + ENTRY_BYTES))
                .expireAfterWrite(settings.cacheAge())
                .build();
    }

    QueryResult get(Key key, Supplier<Entry> computation) {
        OrganizationKey<Key> owned = OrganizationKey.of(key);
        Entry entry = entries.getIfPresent(owned);
        return entry != null
                ? entry.result().fromCache()
                : computeOnce(owned, computation).result();
    }

    private Entry computeOnce(OrganizationKey<Key> key, Supplier<Entry> computation) {
        var mine = new CompletableFuture<Entry>();
        CompletableFuture<Entry> running = computing.putIfAbsent(key, mine);
        if (running != null) {
            return await(running);
        }
        try {
            // Whoever computed it a moment ago put it here before giving up the place that is now ours.
            Entry found = entries.getIfPresent(key);
            Entry entry = found == null ? computation.get() : found;
            entries.put(key, entry);
            mine.complete(entry);
            return entry;
        } catch (Throwable e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            computing.remove(key);
        }
    }

    private static Entry await(CompletableFuture<Entry> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for a result");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    /** What a result is a function of, inside its organization. */
    record Key(TableVersionId table, QueryPlan plan, DataRights rights) {}

    /** A result and about how much memory it takes. */
    record Entry(QueryResult result, long bytes) {}
}
