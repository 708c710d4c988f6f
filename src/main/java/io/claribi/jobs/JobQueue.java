package io.claribi.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.UnboundConnections;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The queue of organizations' jobs; its rows hold an organization's id and a job's, no more. */
@Component
class JobQueue implements SmartLifecycle {
    private final TaskTable tasks;
    private final JobRunner runner;
    private final OrganizationSlots slots;

    JobQueue(UnboundConnections connections, JobRunner runner, JobSettings settings) {
        this.runner = runner;
        this.slots = new OrganizationSlots(settings.perOrganization());
        this.tasks = new TaskTable(
                connections, "jobs.scheduled_task", "job", settings.threads(), settings.drain(), this::execute);
    }

    /** Adds a job to the transaction around, and wakes the scheduler when that commits. */
    void add(OrganizationId organization, JobId job) {
        tasks.add(job.value().toString(), organization.value().toString());
    }

    private CompletionHandler<String> execute(TaskInstance<String> instance, ExecutionContext context) {
        var organization = new OrganizationId(UUID.fromString(instance.getData()));
        if (!slots.tryTake(organization)) {
            return TaskTable.again(Instant.now().plusMillis(250));
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
