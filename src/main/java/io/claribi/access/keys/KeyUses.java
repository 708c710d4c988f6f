package io.claribi.access.keys;

import io.claribi.kernel.Caller;
import io.claribi.kernel.OrganizationId;
import io.claribi.plans.Entitlements;
import io.claribi.plans.Limit;
import io.claribi.tenancy.OrganizationWork;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts the requests that come with keys and holds them against the plan. A node counts in memory and writes down what it
 * has counted every few seconds, or sooner the less is left: then it also learns what the others have counted. So a request
 * costs no write, and of a burst over several nodes at once little more is let through than the plan allows.
 */
@Component
public class KeyUses {
    private static final Logger log = LoggerFactory.getLogger(KeyUses.class);
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final KeyUseStore store;
    private final Entitlements entitlements;
    private final OrganizationWork work;
    private final Clock clock;
    private final ConcurrentHashMap<ApiKeyId, KeyCounter> counters = new ConcurrentHashMap<>();

    KeyUses(KeyUseStore store, Entitlements entitlements, OrganizationWork work, Clock clock) {
        this.store = store;
        this.entitlements = entitlements;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Counts a request, unless the hour's are used up.
     *
     * @throws IllegalStateException if the caller comes without a key
     */
    public KeyQuota take(Caller caller) {
        var id = new ApiKeyId(caller.findApiKey()
                .orElseThrow(() -> new IllegalStateException("Only keys are counted"))
                .id());
        while (true) {
            KeyCounter counter = counters.computeIfAbsent(id, key -> counter(key, caller.organization()));
            KeyQuota quota = counter.take(clock.instant());
            if (quota != null) {
                return quota;
            }
        }
    }

    /** How many keys this node is counting. */
    int size() {
        return counters.size();
    }

    private KeyCounter counter(ApiKeyId id, OrganizationId organization) {
        return new KeyCounter(counted -> work.call(
                organization,
                () -> new KeyCounter.Known(
                        store.add(id, counted), entitlements.plan().limit(Limit.API_REQUESTS))));
    }

    /** Writes down what was counted, and forgets keys that nobody has used for a while. */
    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    @PreDestroy
    void write() {
        counters.forEach((id, counter) -> {
            try {
                if (counter.write(clock.instant(), IDLE)) {
                    counters.remove(id, counter);
                }
            } catch (RuntimeException e) {
                // What was counted stays counted, and is written with the next.
                log.warn("The use of an API key could not be written down", e);
            }
        });
    }
}
