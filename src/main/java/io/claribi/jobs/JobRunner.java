package io.claribi.jobs;

import static io.claribi.jobs.JobsError.JOB_GAVE_UP;
import static io.claribi.jobs.JobsError.ORGANIZATION_NOT_AT_WORK;

import io.claribi.jobs.JobHandler.Completion;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.WorkContext;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.tenancy.OrganizationStates;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs one attempt at a job, bound to its organization. */
@Component
class JobRunner {
    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final int MAX_ATTEMPTS = 3;

    private final JobStore store;
    private final TransactionTemplate transaction;
    private final ObjectProvider<JobHandler<?, ?>> handlers;
    private final PresentRights rights;
    private final OrganizationStates states;
    private final Clock clock;

    JobRunner(
            JobStore store,
            TransactionTemplate transaction,
            ObjectProvider<JobHandler<?, ?>> handlers,
            PresentRights rights,
            OrganizationStates states,
            Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.handlers = handlers;
        this.rights = rights;
        this.states = states;
        this.clock = clock;
    }

    void run(OrganizationId organization, JobId id) {
        OrganizationScope.run(organization, () -> {
            Optional<Job> started = inTransaction(() -> store.start(id) ? store.find(id) : Optional.<Job>empty());
            started.ifPresent(job -> traced(organization, job));
        });
    }

    /** A job belongs to the trace of the request that submitted it, in the log and in the trail. */
    private void traced(OrganizationId organization, Job job) {
        try (var ignored = MDC.putCloseable(WorkContext.TRACE_ID, job.traceId())) {
            WorkContext.ofJob(job.traceId(), job.account()).<@Nullable Void, RuntimeException>call(() -> {
                run(organization, job, handler(job.kind()));
                return null;
            });
        }
    }

    private <P, R> void run(OrganizationId organization, Job job, JobHandler<P, R> handler) {
        P payload = inTransaction(() -> store.payload(job.id(), handler.payloadType()));
        if (job.attempts() > MAX_ATTEMPTS) {
            var gaveUp =
                    new AppException(JOB_GAVE_UP, "The work failed %d times and was given up.".formatted(MAX_ATTEMPTS));
            abandon(job, handler, payload, JobStatus.FAILED, JobFailure.of(gaveUp));
            return;
        }
        var run = new JobRun(job.id(), job.account(), rights);
        try (var watch = JobWatch.start(run, () -> look(organization, run))) {
            handler.permission()
                    .ifPresent(permission -> transaction.executeWithoutResult(status -> run.checkCan(permission)));
            Completion<R> completion = handler.run(run, payload);
            watch.close();
            complete(job, run, handler, completion);
            handler.ended(payload);
        } catch (JobCancelled e) {
            Optional<JobFailure> why = run.stopped().map(JobFailure::of);
            abandon(job, handler, payload, why.isPresent() ? JobStatus.FAILED : JobStatus.CANCELLED, why.orElse(null));
        } catch (AppException e) {
            abandon(job, handler, payload, JobStatus.FAILED, JobFailure.of(e));
        } catch (RuntimeException e) {
            log.warn(
                    "Job {} ({}) failed in attempt {} and will be tried again",
                    job.id().value(),
                    job.kind(),
                    job.attempts(),
                    e);
            throw e;
        }
    }

    /** Keeps the progress, and cancels what is no longer wanted. Called on the watch's own thread, where nothing is bound. */
    private void look(OrganizationId organization, JobRun run) {
        if (!states.of(organization).isActive()) {
            run.stop(notAtWork());
        } else if (OrganizationScope.call(
                organization, () -> inTransaction(() -> store.progress(run.id(), run.progress())))) {
            run.cancel();
        }
    }

    private static AppException notAtWork() {
        return new AppException(
                ORGANIZATION_NOT_AT_WORK,
                "The organization was disabled, or is about to be deleted, and its work stopped. Begin this anew once it is back.");
    }

    private <R> void complete(Job job, JobRun run, JobHandler<?, R> handler, Completion<R> completion)
            throws JobCancelled {
        try {
            run.checkCancelled();
            inTransaction(() -> {
                handler.permission().ifPresent(run::checkCan);
                if (!states.read().isActive()) {
                    throw notAtWork();
                }
                R result = completion.complete();
                if (!store.finish(job.id(), JobStatus.SUCCEEDED, result, null, clock.instant())) {
                    throw new IllegalStateException("The job has ended in the meantime");
                }
                return result;
            });
        } catch (JobCancelled | RuntimeException e) {
            completion.discard();
            throw e;
        }
    }

    private <P> void abandon(
            Job job, JobHandler<P, ?> handler, P payload, JobStatus status, @Nullable JobFailure failure) {
        inTransaction(() -> store.finish(job.id(), status, null, failure, clock.instant()));
        handler.ended(payload);
    }

    private JobHandler<?, ?> handler(String kind) {
        Map<String, JobHandler<?, ?>> byKind =
                handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
        return Optional.<JobHandler<?, ?>>ofNullable(byKind.get(kind))
                .orElseThrow(() -> new IllegalStateException("Nothing does jobs of kind " + kind));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
