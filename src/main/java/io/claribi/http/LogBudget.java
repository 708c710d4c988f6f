package io.claribi.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;

/** Lets so many events of a kind into the log each minute and counts the rest, so that nobody can flood it. */
final class LogBudget {
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final int events;
    private final Executor later;
    private final ObjLongConsumer<String> summary;
    private final Map<String, Long> taken = new HashMap<>();

    /**
     * @param summary told after a minute how many events of a kind were held back, if any were
     */
    LogBudget(int events, ObjLongConsumer<String> summary) {
        this(events, summary, CompletableFuture.delayedExecutor(PERIOD.toMillis(), TimeUnit.MILLISECONDS));
    }

    LogBudget(int events, ObjLongConsumer<String> summary, Executor later) {
        this.events = events;
        this.summary = summary;
        this.later = later;
    }

    /** Whether an event may be logged. The kinds are few: codes, never what somebody sent. */
    boolean take(String kind) {
        long count;
        synchronized (taken) {
            count = taken.merge(kind, 1L, Long::sum);
        }
        if (count == 1) {
            later.execute(() -> end(kind));
        }
        return count <= events;
    }

    private void end(String kind) {
        long count;
        synchronized (taken) {
            count = Objects.requireNonNull(taken.remove(kind));
        }
        if (count > events) {
            summary.accept(kind, count - events);
        }
    }
}
