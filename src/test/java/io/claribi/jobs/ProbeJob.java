package io.claribi.jobs;

import io.claribi.jobs.ProbeJob.Done;
import io.claribi.jobs.ProbeJob.Order;
import io.claribi.kernel.AppException;
import io.claribi.kernel.AuditableEvent;
import io.claribi.kernel.Permission;
import io.claribi.kernel.WorkContext;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A job that does as its order says, so that the ways of a job can be tried. Its effect is an event in the trail. */
@Component
class ProbeJob implements JobHandler<Order, Done> {
    final Queue<String> happened = new ConcurrentLinkedQueue<>();
    private final ApplicationEventPublisher events;

    ProbeJob(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public String kind() {
        return "probe";
    }

    @Override
    public Class<Order> payloadType() {
        return Order.class;
    }

    /** For accounts that are nobody's. */
    @Override
    public Optional<Permission> permission() {
        return Optional.empty();
    }

    @Override
    public Completion<Done> run(JobRun run, Order order) throws JobCancelled {
        happened.add(order.id() + " begun");
        happened.add("%s traced as %s, %s"
                .formatted(order.id(), WorkContext.current().traceId().orElse("none"), MDC.get(WorkContext.TRACE_ID)));
        run.progress(0.5, "Half way");
        switch (order.manner()) {
            case SUCCEED, REFUSE_LATE -> {}
            case REFUSE -> throw refusal();
            case BREAK -> throw new IllegalStateException("As ordered");
            case WAIT -> waitUntilCancelled(run);
        }
        return new Completion<>() {
            @Override
            public Done complete() {
                events.publishEvent(new Probed(order.id()));
                if (order.manner() == Manner.REFUSE_LATE) {
                    throw refusal();
                }
                return new Done(order.id());
            }

            @Override
            public void discard() {
                happened.add(order.id() + " discarded");
            }
        };
    }

    @Override
    public void ended(Order order) {
        happened.add(order.id() + " ended");
    }

    private static AppException refusal() {
        return new AppException(JobsError.JOB_FINISHED, "Refused as ordered.");
    }

    private static void waitUntilCancelled(JobRun run) throws JobCancelled {
        var cancelled = new CountDownLatch(1);
        run.onCancel(cancelled::countDown);
        try {
            cancelled.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        run.checkCancelled();
    }

    enum Manner {
        SUCCEED,
        REFUSE,
        REFUSE_LATE,
        BREAK,
        WAIT
    }

    record Order(UUID id, Manner manner) {}

    record Done(UUID id) {}

    record Probed(UUID id) implements AuditableEvent {
        @Override
        public String auditType() {
            return "probe.done";
        }

        @Override
        public AuditTarget auditTarget() {
            return new AuditTarget("probe", id, "Probe");
        }
    }
}
