package io.claribi.identity;

import io.claribi.kernel.AppException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Platform threads for work that weighs much, in the order of its arrival. Whoever finds the queue full, or would wait too
 * long, is refused.
 */
final class Workers implements AutoCloseable {
    private final ThreadPoolExecutor threads;
    private final Duration patience;
    private final Supplier<AppException> busy;

    /** @param busy what whoever is refused is told */
    Workers(String name, int threads, int queue, Duration patience, Supplier<AppException> busy) {
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                Thread.ofPlatform().name(name + "-", 0).daemon().factory());
        this.threads.allowCoreThreadTimeOut(true);
        this.patience = patience;
        this.busy = busy;
    }

    <T> T call(Callable<T> task) {
        try {
            Future<T> running = threads.submit(task);
            try {
                return running.get(patience.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                running.cancel(true);
                throw busy.get();
            }
        } catch (RejectedExecutionException e) {
            throw busy.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Work on a password failed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
