package io.claribi.dashboards;

import io.claribi.dashboards.QueryBatch.Outcome;
import io.claribi.dashboards.QueryBatch.Question;
import io.claribi.http.HttpError;
import io.claribi.http.RequestMemory;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationScope;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/**
 * Questions on their way to an answer. Some are answered ahead of whoever takes the outcomes, so that the engine has work;
 * a few only, so that their results don't pile up, and none any more once memory has been short.
 */
final class BatchRun implements AutoCloseable {
    private static final int TRIES = 3;

    private final BiFunction<Question, RequestMemory.Hold, Outcome> answering;
    private final RequestMemory memory;
    private final OrganizationId organization = OrganizationScope.current();
    private final Map<Question, Pending> pending = new LinkedHashMap<>();
    private final Semaphore ahead;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean hurrying = true;

    BatchRun(
            Collection<Question> questions,
            int concurrency,
            RequestMemory memory,
            BiFunction<Question, RequestMemory.Hold, Outcome> answering) {
        this.memory = memory;
        this.answering = answering;
        this.ahead = new Semaphore(2 * concurrency);
        questions.forEach(question -> pending.computeIfAbsent(question, Pending::new).uses++);
        var open = new ConcurrentLinkedQueue<>(pending.values());
        for (int i = 0; i < Math.min(concurrency, pending.size()); i++) {
            // Scoped values don't reach other threads by themselves.
            threads.execute(() -> OrganizationScope.run(organization, () -> work(open)));
        }
    }

    private void work(Queue<Pending> open) {
        try {
            for (Pending next = open.poll(); next != null && hurrying; next = open.poll()) {
                ahead.acquire();
                Attempt attempt = next.attempt;
                if (hurrying && attempt.claim()) {
                    attempt.ahead = true;
                    attempt.run(next.question);
                } else {
                    ahead.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The outcome of one of the questions, computed here if nobody has begun to. */
    Outcome take(Question question) {
        Pending asked = Objects.requireNonNull(pending.get(question));
        asked.taken = true;
        Outcome outcome = asked.attempt.outcomeOf(question);
        for (int i = 0; i < TRIES && isForWantOfMemory(outcome); i++) {
            // What was computed ahead may have taken the memory.
            hurrying = false;
            pending.values().stream().filter(other -> !other.taken).forEach(Pending::forget);
            asked.forget();
            outcome = asked.attempt.outcomeOf(question);
        }
        return outcome;
    }

    private static boolean isForWantOfMemory(Outcome outcome) {
        return outcome.failure() instanceof AppException told
                && Set.of(HttpError.TOO_MUCH_AT_ONCE, HttpError.SERVER_MEMORY_BUSY)
                        .contains(told.code());
    }

    /** Told once for each time that the question's outcome was taken, when it is no longer needed. */
    void giveBack(Question question) {
        Pending asked = Objects.requireNonNull(pending.get(question));
        if (--asked.uses == 0) {
            asked.attempt.close();
            pending.remove(question);
        }
    }

    @Override
    public void close() {
        hurrying = false;
        threads.shutdownNow();
        threads.close();
        pending.values().forEach(asked -> asked.attempt.close());
    }

    /** A question that has not been needed for the last time. */
    private final class Pending {
        private final Question question;
        private volatile Attempt attempt = new Attempt();
        private boolean taken;
        private int uses;

        Pending(Question question) {
            this.question = question;
        }

        /** Gives up what was computed, to begin anew when it is needed. */
        void forget() {
            if (!attempt.claim()) {
                attempt.await();
            }
            attempt.close();
            attempt = new Attempt();
        }
    }

    /** Made by whoever claims it. */
    private final class Attempt {
        private final AtomicBoolean claimed = new AtomicBoolean();
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        private final RequestMemory.Hold hold = memory.hold(organization);
        private volatile boolean ahead;

        boolean claim() {
            return claimed.compareAndSet(false, true);
        }

        Outcome outcomeOf(Question question) {
            if (claim()) {
                run(question);
            }
            return await();
        }

        void run(Question question) {
            try {
                outcome.complete(answering.apply(question, hold));
            } catch (Throwable e) {
                outcome.completeExceptionally(e);
                throw e;
            }
        }

        Outcome await() {
            try {
                return outcome.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Interrupted while waiting for an outcome");
            } catch (ExecutionException e) {
                throw new IllegalStateException("A query could not be run", e.getCause());
            }
        }

        void close() {
            hold.close();
            if (ahead) {
                ahead = false;
                BatchRun.this.ahead.release();
            }
        }
    }
}
