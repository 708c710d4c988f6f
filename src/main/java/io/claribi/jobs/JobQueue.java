package io.claribi.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.UnboundConnections;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The queue in PostgreSQL, shared by all nodes: db-scheduler, whose rows hold an organization's id and a job's, or a
 * server task's kind and id, no more.
 */
@Component
class JobQueue implements SmartLifecycle {
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final CustomTask<String> jobTask;
    private final CustomTask<String> serverTask;
    private final UnboundConnections connections;
    private final JobRunner runner;
    private final ObjectProvider<ServerTask> serverTasks;
    private final OrganizationSlots slots;
    private final Semaphore serverSlots;
    private final JobSettings settings;
    private volatile Scheduler scheduler;

    JobQueue(
            UnboundConnections connections,
            JobRunner runner,
            ObjectProvider<ServerTask> serverTasks,
            JobSettings settings) {
        this.runner = runner;
        this.serverTasks = serverTasks;
        this.slots = new OrganizationSlots(settings.perOrganization());
        this.serverSlots = new Semaphore(settings.perOrganization());
        this.jobTask = task("job", this::runJob);
        this.serverTask = task("server", this::runServerTask);
        this.connections = connections;
        this.settings = settings;
        this.scheduler = scheduler();
    }

    private Scheduler scheduler() {
        return Scheduler.create(connections.dataSource(), List.of(jobTask, serverTask))
                .tableName("jobs.scheduled_task")
                .serializer(new Utf8())
                .threads(settings.threads())
                .pollingInterval(Duration.ofSeconds(1))
                // A node is held dead after four heartbeats: its jobs run elsewhere, or here after a restart, within
                // ten seconds.
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(settings.drain())
                .build();
    }

    private static CustomTask<String> task(String name, ExecutionHandler<String> handler) {
        return Tasks.custom(name, String.class)
                .onDeadExecutionRevive()
                .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(1), 2))
                .execute(handler);
    }

    /** Adds a job to the transaction around, and wakes the scheduler when that commits. */
    void add(OrganizationId organization, JobId job) {
        add(jobTask.instance(job.value().toString(), organization.value().toString()));
    }

    /** The same with a task of the server's own. */
    void add(ServerTask task, UUID id) {
        add(serverTask.instance(id.toString(), task.kind()));
    }

    private void add(TaskInstance<String> instance) {
        scheduler.schedule(instance, Instant.now());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    private CompletionHandler<String> runJob(TaskInstance<String> instance, ExecutionContext context) {
        var organization = new OrganizationId(UUID.fromString(instance.getData()));
        if (!slots.tryTake(organization)) {
            return again(Instant.now().plus(BETWEEN_TRIES));
        }
        try {
            runner.run(organization, new JobId(UUID.fromString(instance.getId())));
        } finally {
            slots.giveBack(organization);
        }
        return new OnCompleteRemove<>();
    }

    private CompletionHandler<String> runServerTask(TaskInstance<String> instance, ExecutionContext context) {
        if (!serverSlots.tryAcquire()) {
            return again(Instant.now().plus(BETWEEN_TRIES));
        }
        try {
            return find(instance.getData())
                    .run(UUID.fromString(instance.getId()))
                    .map(JobQueue::again)
                    .orElseGet(OnCompleteRemove::new);
        } finally {
            serverSlots.release();
        }
    }

    private ServerTask find(String kind) {
        return serverTasks.stream()
                .filter(task -> task.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing does server tasks of kind " + kind));
    }

    private static CompletionHandler<String> again(Instant when) {
        return (complete, operations) -> operations.reschedule(complete, when);
    }

    @Override
    public void start() {
        scheduler.start();
    }

    @Override
    public void stop() {
        scheduler.stop();
        // A scheduler starts but once; a context that is only paused goes on with the next.
        scheduler = scheduler();
    }

    @Override
    public boolean isRunning() {
        return scheduler.getSchedulerState().isStarted();
    }

    private static final class Utf8 implements Serializer {
        @Override
        public byte[] serialize(Object data) {
            return ((String) data).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] bytes) {
            return type.cast(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
