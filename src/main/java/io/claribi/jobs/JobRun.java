package io.claribi.jobs;

import io.claribi.kernel.AccountId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One attempt at a job: takes its progress and tells whether it is still wanted. */
public final class JobRun {
    private final JobId id;
    private final AccountId account;
    private final List<Runnable> onCancel = new CopyOnWriteArrayList<>();
    private volatile boolean cancelled;
    private volatile Progress progress = new Progress(0, null);

    JobRun(JobId id, AccountId account) {
        this.id = id;
        this.account = account;
    }

    public JobId id() {
        return id;
    }

    /** For whom it runs. */
    public AccountId account() {
        return account;
    }

    /**
     * Tells how far the work is. Cheap: what was told last is written a few times a second.
     *
     * @param fraction from 0 to 1
     */
    public void progress(double fraction, String message) {
        progress = new Progress(Math.clamp(fraction, 0, 1), message);
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Runs the action as soon as the job is cancelled, on another thread; at once if it is already. */
    public void onCancel(Runnable action) {
        onCancel.add(action);
        if (cancelled) {
            action.run();
        }
    }

    public void checkCancelled() throws JobCancelled {
        if (cancelled) {
            throw new JobCancelled();
        }
    }

    void cancel() {
        cancelled = true;
        onCancel.forEach(Runnable::run);
    }

    Progress progress() {
        return progress;
    }

    record Progress(double fraction, @Nullable String message) {}
}
