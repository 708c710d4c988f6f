package io.claribi.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationKey;
import io.claribi.tenancy.OrganizationMemory;
import io.claribi.warehouse.TableVersionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Results by what they are a function of. A table's version never changes, so that a result is right for as long as
 * anybody asks for that version; it goes when it is old or memory is short. Whoever asks for what is being computed
 * waits for it. No organization fills more than a part, so that one that asks much does not drive out what others asked.
 */
@Component
final class ResultCache implements OrganizationMemory {
    private static final int ENTRY_BYTES = 1_000;
    private static final int PARTS = 4;

    private final Cache<OrganizationKey<Key>, Entry> entries;
    private final long mostOfOne;
    private final ConcurrentHashMap<OrganizationId, Part> parts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<OrganizationKey<Key>, CompletableFuture<Entry>> computing =
            new ConcurrentHashMap<>();

    ResultCache(QuerySettings settings) {
        long most =
                Math.min(settings.cacheSize().toBytes(), Runtime.getRuntime().maxMemory() / 8);
        mostOfOne = most / PARTS;
        entries = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((OrganizationKey<Key> key, Entry entry) -> weight(entry))
                .expireAfterWrite(settings.cacheAge())
                // On the thread that puts: what is too much must be gone before more comes.
                .executor(Runnable::run)
                .evictionListener(this::evicted)
                .build();
    }

    /**
     * @param computation made in this thread, unless another makes the same at this moment
     */
    Found get(Key key, Supplier<Entry> computation) {
        OrganizationKey<Key> owned = OrganizationKey.of(key);
        Entry entry = entries.getIfPresent(owned);
        return entry != null ? new Found(entry, true) : computeOnce(owned, computation);
    }

    private Found computeOnce(OrganizationKey<Key> key, Supplier<Entry> computation) {
        var mine = new CompletableFuture<Entry>();
        CompletableFuture<Entry> running = computing.putIfAbsent(key, mine);
        if (running != null) {
            return new Found(await(running), false);
        }
        try {
            // Whoever computed it a moment ago put it here before giving up the place that is now ours.
            Entry found = entries.getIfPresent(key);
            Entry entry = found == null ? computation.get() : found;
            if (found == null) {
                keep(key, entry);
            }
            mine.complete(entry);
            return new Found(entry, false);
        } catch (Throwable e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            computing.remove(key);
        }
    }

    private void keep(OrganizationKey<Key> key, Entry entry) {
        if (weight(entry) > mostOfOne) {
            return;
        }
        var tooMuch = new ArrayList<OrganizationKey<Key>>();
        parts.compute(key.organization(), (organization, present) -> {
            Part part = present == null ? new Part() : present;
            part.add(key, weight(entry), mostOfOne, tooMuch);
            return part;
        });
        entries.put(key, entry);
        entries.invalidateAll(tooMuch);
    }

    private void evicted(@Nullable OrganizationKey<Key> key, @Nullable Entry entry, RemovalCause cause) {
        if (key != null) {
            parts.computeIfPresent(key.organization(), (organization, part) -> part.remove(key) ? null : part);
        }
    }

    private static int weight(Entry entry) {
        return (int) Math.min(Integer.MAX_VALUE, entry.bytes() + ENTRY_BYTES);
    }

    @Override
    public void forget(OrganizationId organization) {
        parts.remove(organization);
        entries.asMap().keySet().removeIf(key -> key.organization().equals(organization));
    }

    @Override
    public void forgetAll() {
        parts.clear();
        entries.invalidateAll();
    }

    /** What the organization's results in the cache take. */
    long bytesOf(OrganizationId organization) {
        Part part = parts.get(organization);
        return part == null ? 0 : part.bytes;
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

    /** An entry, and whether it was there already. */
    record Found(Entry entry, boolean cached) {}

    /** What of the cache is one organization's, the oldest first. Only touched inside the map's lock on it. */
    private static final class Part {
        private final Map<OrganizationKey<Key>, Integer> weights = new LinkedHashMap<>();
        private volatile long bytes;

        void add(OrganizationKey<Key> key, int weight, long most, List<OrganizationKey<Key>> tooMuch) {
            remove(key);
            weights.put(key, weight);
            bytes += weight;
            var oldest = weights.entrySet().iterator();
            while (bytes > most) {
                var entry = oldest.next();
                tooMuch.add(entry.getKey());
                bytes -= entry.getValue();
                oldest.remove();
            }
        }

        boolean remove(OrganizationKey<Key> key) {
            Integer weight = weights.remove(key);
            bytes -= weight == null ? 0 : weight;
            return weights.isEmpty();
        }
    }
}
