package io.claribi.jobs;

import io.claribi.kernel.Permission;
import java.util.Optional;

/**
 * Does one kind of job. It may be run again after a crash, so what it does before {@link Completion} must leave
 * nothing that a second run would trip over.
 *
 * @param <P> the payload, a record that is kept as JSON; never a secret
 * @param <R> the result, a record that is shown as JSON
 */
public interface JobHandler<P, R> {

    /** The kind's name on the wire and at rest, such as {@code file_import}. */
    String kind();

    Class<P> payloadType();

    /**
     * What whoever the job acts for must hold, when it begins and when its effect happens: rights that were there when it
     * was submitted count for nothing. Empty for what it takes no right to have done.
     */
    Optional<Permission> permission();

    /**
     * Does the long part, outside any transaction, with the job's organization bound.
     *
     * @return what makes the effect; it runs in one transaction with the job's success
     */
    Completion<R> run(JobRun run, P payload) throws JobCancelled;

    /** Told once when the job has ended, however it did, to remove what was kept for it. */
    default void ended(P payload) {}

    /** The effect of a job: all of it happens together with the job being marked as succeeded, or none. */
    interface Completion<R> {
        R complete();

        /** Told when there was no effect after all: the job was cancelled, or {@link #complete} failed. */
        default void discard() {}
    }
}
