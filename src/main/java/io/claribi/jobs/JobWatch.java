package io.claribi.jobs;

import io.claribi.jobs.JobRun.Progress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a running job's progress, a few times a second, and tells the job when it is no longer wanted. */
final class JobWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(JobWatch.class);
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private JobWatch(JobRun run, Predicate<Progress> keep) {
        this.thread = Thread.startVirtualThread(() -> watch(run, keep));
    }

    /** Starts watching. {@code keep} stores the progress and tells whether somebody asked to cancel. */
    static JobWatch start(JobRun run, Predicate<Progress> keep) {
        return new JobWatch(run, keep);
    }

    private void watch(JobRun run, Predicate<Progress> keep) {
        try {
            while (!closed.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                if (isUnwanted(run, keep)) {
                    run.cancel();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isUnwanted(JobRun run, Predicate<Progress> keep) {
        try {
            return keep.test(run.progress());
        } catch (RuntimeException e) {
            log.warn("The progress of job {} can't be kept just now", run.id().value(), e);
            return false;
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
