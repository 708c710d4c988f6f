package io.claribi.jobs;

import static io.claribi.jobs.JobsError.MEMBERSHIP_ENDED;

import io.claribi.http.Permissions;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Grants;
import io.claribi.kernel.Permission;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One attempt at a job: takes its progress and tells whether it is still wanted. */
public final class JobRun {
    private final JobId id;
    private final AccountId account;
    private final PresentRights rights;
    private final List<Runnable> onCancel = new CopyOnWriteArrayList<>();
    private volatile boolean cancelled;
    private volatile @Nullable AppException stopped;
    private volatile Progress progress = new Progress(0, null);

    JobRun(JobId id, AccountId account, PresentRights rights) {
        this.id = id;
        this.account = account;
        this.rights = rights;
    }

    public JobId id() {
        return id;
    }

    /** For whom it runs. */
    public AccountId account() {
        return account;
    }

    /**
     * Judges, in the transaction around, whether the person may still do this to something that {@code creator} created.
     *
     * @throws AppException MEMBERSHIP_ENDED, PERMISSION_DENIED
     */
    public void checkCan(Permission permission, AccountId creator) {
        Permissions.check(hold(), permission, account.equals(creator));
    }

    /** The same where nothing is there yet that anybody created. */
    void checkCan(Permission permission) {
        Permissions.check(hold(), permission, true);
    }

    private Grants hold() {
        return rights.hold(account)
                .orElseThrow(() -> new AppException(
                        MEMBERSHIP_ENDED,
                        "Whoever this was to be done for is no active member of the organization any more."));
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

    /** Cancels it for a reason that isn't its user's. */
    void stop(AppException reason) {
        stopped = reason;
        cancel();
    }

    /** Why it was cancelled, unless its user wanted it. */
    Optional<AppException> stopped() {
        return Optional.ofNullable(stopped);
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
