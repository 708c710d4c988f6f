package io.claribi.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
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
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The queue in PostgreSQL, shared by all nodes: db-scheduler, whose rows hold an organization's id and a job's, no more. */
@Component
class JobQueue implements SmartLifecycle {
    private static final String TABLE = "jobs.scheduled_task";
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private final CustomTask<String> task;
    private final UnboundConnections connections;
    private final SchedulerClient client;
    private final JobRunner runner;
    private final JobSettings settings;
    private final OrganizationSlots slots;
    private volatile @Nullable Scheduler scheduler;

    JobQueue(UnboundConnections connections, JobRunner runner, JobSettings settings) {
        this.connections = connections;
        this.runner = runner;
        this.settings = settings;
        this.slots = new OrganizationSlots(settings.perOrganization());
        this.task = Tasks.custom("job", String.class)
                .onDeadExecutionRevive()
                .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(1), 2))
                .execute(this::execute);
        this.client = SchedulerClient.Builder.create(connections.dataSource(), task)
                .tableName(TABLE)
                .serializer(new Utf8())
                .build();
    }

    /** A new one at each start: what was stopped can't go on. */
    private Scheduler scheduler() {
        return Scheduler.create(connections.dataSource(), List.of(task))
                .tableName(TABLE)
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

    /** Adds a job to the transaction around, and wakes the scheduler when that commits. */
    void add(OrganizationId organization, JobId job) {
        client.schedule(
                task.instance(job.value().toString(), organization.value().toString()), Instant.now());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Scheduler running = scheduler;
                if (running != null) {
                    running.triggerCheckForDueExecutions();
                }
            }
        });
    }

    private CompletionHandler<String> execute(TaskInstance<String> instance, ExecutionContext context) {
        var organization = new OrganizationId(UUID.fromString(instance.getData()));
        if (!slots.tryTake(organization)) {
            return (complete, operations) ->
                    operations.reschedule(complete, Instant.now().plusMillis(250));
        }
        try {
            runner.run(organization, new JobId(UUID.fromString(instance.getId())));
        } finally {
            slots.giveBack(organization);
        }
        return new OnCompleteRemove<>();
    }

    @Override
    public void start() {
        Scheduler started = scheduler();
        started.start();
        scheduler = started;
    }

    @Override
    public void stop() {
        Scheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
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
