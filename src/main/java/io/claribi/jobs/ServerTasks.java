package io.claribi.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.claribi.tenancy.UnboundConnections;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The background work of the server itself; nodes share it. It has threads of its own, so that neither a mail server that
 * hangs keeps organizations from their jobs, nor the other way round. What it is about, its submitter keeps under the id.
 */
@Component
public class ServerTasks implements SmartLifecycle {
    private final TaskTable tasks;
    private final ObjectProvider<ServerTask> kinds;

    ServerTasks(UnboundConnections connections, ObjectProvider<ServerTask> kinds, JobSettings settings) {
        this.kinds = kinds;
        this.tasks = new TaskTable(
                connections,
                "jobs.scheduled_server_task",
                "server",
                settings.serverThreads(),
                settings.drain(),
                this::execute);
    }

    /** Submits work; it starts only when the transaction around commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void submit(ServerTask task, UUID id) {
        tasks.add(id.toString(), task.kind());
    }

    /** The same, unless work of this id was submitted before and has not come to its end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void submitOnce(ServerTask task, UUID id) {
        tasks.addOnce(id.toString(), task.kind());
    }

    private CompletionHandler<String> execute(TaskInstance<String> instance, ExecutionContext context) {
        return find(instance.getData())
                .run(UUID.fromString(instance.getId()))
                .map(TaskTable::again)
                .orElseGet(OnCompleteRemove::new);
    }

    private ServerTask find(String kind) {
        return kinds.stream()
                .filter(task -> task.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing does server tasks of kind " + kind));
    }

    @Override
    public void start() {
        tasks.start();
    }

    @Override
    public void stop() {
        tasks.stop();
    }

    @Override
    public boolean isRunning() {
        return tasks.isRunning();
    }
}
