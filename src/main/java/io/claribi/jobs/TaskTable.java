package io.claribi.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.claribi.tenancy.UnboundConnections;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One kind of work in a table of PostgreSQL, shared by all nodes, and this node's threads for it: db-scheduler. */
final class TaskTable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private final UnboundConnections connections;
    private final CustomTask<String> task;
    private final String table;
    private final int threads;
    private final Duration drain;
    private volatile Scheduler scheduler;

    /**
     * @param name of the work, in the table
     * @param drain how long a shutdown waits for what runs
     */
    TaskTable(
            UnboundConnections connections,
            String table,
            String name,
            int threads,
            Duration drain,
            ExecutionHandler<String> handler) {
        this.connections = connections;
        this.table = table;
        this.threads = threads;
        this.drain = drain;
        this.task = Tasks.custom(name, String.class)
                .onDeadExecutionRevive()
                .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(1), 2))
                .execute(handler);
        this.scheduler = scheduler();
    }

    private Scheduler scheduler() {
        return Scheduler.create(connections.dataSource(), List.of(task))
                .tableName(table)
                .serializer(new Utf8())
                .threads(threads)
                .pollingInterval(Duration.ofSeconds(1))
                // A node is held dead after four heartbeats: its work runs elsewhere, or here after a restart, within
                // ten seconds.
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(drain)
                .build();
    }

    /** Adds work to the transaction around, and wakes the scheduler when that commits. */
    void add(String id, String data) {
        scheduler.schedule(task.instance(id, data), Instant.now());
        lookSoon();
    }

    /** The same, unless there is work of this id already. */
    void addOnce(String id, String data) {
        if (scheduler.scheduleIfNotExists(task.instance(id, data), Instant.now())) {
            lookSoon();
        }
    }

    private void lookSoon() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    /** What a handler answers to be called again. */
    static CompletionHandler<String> again(Instant when) {
        return (complete, operations) -> operations.reschedule(complete, when);
    }

    void start() {
        scheduler.start();
    }

    void stop() {
        scheduler.stop();
        // A scheduler starts but once; a context that is only paused goes on with the next.
        scheduler = scheduler();
    }

    boolean isRunning() {
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
