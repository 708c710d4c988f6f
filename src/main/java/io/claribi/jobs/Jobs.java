package io.claribi.jobs;

import static io.claribi.jobs.JobsError.JOB_FINISHED;
import static io.claribi.jobs.JobsError.JOB_NOT_FOUND;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Page;
import io.claribi.tenancy.OrganizationScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The background work of the current organization. */
@Component
public class Jobs {
    private static final Duration GLANCE = Duration.ofMillis(25);

    private final JobStore store;
    private final JobQueue queue;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Jobs(JobStore store, JobQueue queue, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.queue = queue;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Submits work; it exists, and starts, only when the transaction around commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <P> Job submit(JobId id, JobHandler<P, ?> handler, P payload, AccountId account) {
        store.insert(id, handler.kind(), account, payload, clock.instant());
        queue.add(OrganizationScope.current(), id);
        return get(id, account);
    }

    /**
     * One of the account's jobs: nobody sees those of others.
     *
     * @throws AppException JOB_NOT_FOUND
     */
    @Transactional(readOnly = true)
    public Job get(JobId id, AccountId account) {
        return store.find(id)
                .filter(job -> job.account().equals(account))
                .orElseThrow(() -> new AppException(JOB_NOT_FOUND, "There is no job %s.".formatted(id.value())));
    }

    /** The account's jobs, newest first. */
    @Transactional(readOnly = true)
    public Page<Job> list(AccountId account, @Nullable UUID before, int pageSize) {
        return Page.of(
                store.list(account, before, pageSize + 1),
                pageSize,
                job -> job.id().value());
    }

    /** What all jobs of a kind that have not ended have to do, whoever's they are. */
    @Transactional(readOnly = true)
    public <P> List<P> listUnfinished(JobHandler<P, ?> handler) {
        return store.listUnfinished(handler.kind(), handler.payloadType());
    }

    /**
     * Asks a job to stop. What it has begun is undone; nothing of it becomes visible.
     *
     * @throws AppException JOB_NOT_FOUND, JOB_FINISHED
     */
    @Transactional
    public Job cancel(JobId id, AccountId account) {
        Job job = get(id, account);
        if (!store.requestCancel(id)) {
            throw new AppException(
                    JOB_FINISHED,
                    "The job has already %s.".formatted(job.status().wireName()));
        }
        return get(id, account);
    }

    /** Waits a moment for a job to finish, for answers that are better given at once; returns the job as it then is. */
    public Job await(Job submitted, Duration atMost) {
        Instant end = clock.instant().plus(atMost);
        Job job = glance(submitted);
        while (!job.status().isFinished() && clock.instant().isBefore(end)) {
            try {
                Thread.sleep(GLANCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return job;
            }
            job = glance(submitted);
        }
        return job;
    }

    private Job glance(Job submitted) {
        return Objects.requireNonNull(transaction.execute(status -> get(submitted.id(), submitted.account())));
    }
}
