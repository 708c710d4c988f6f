package io.claribi.jobs;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a running job's progress, a few times a second, and tells the job when it is no longer wanted. */
final class JobWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(JobWatch.class);
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private JobWatch(JobRun run, Runnable look) {
        this.thread = Thread.startVirtualThread(() -> watch(run, look));
    }

    /** Starts watching. {@code look} stores the progress, and cancels the run if it is no longer wanted. */
    static JobWatch start(JobRun run, Runnable look) {
        return new JobWatch(run, look);
    }

    private void watch(JobRun run, Runnable look) {
        try {
            while (!run.isCancelled() && !closed.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                look(run, look);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void look(JobRun run, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            log.warn("The progress of job {} can't be kept just now", run.id().value(), e);
        }
    }

    /** Ends the watch; nothing is written for the job afterwards. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
