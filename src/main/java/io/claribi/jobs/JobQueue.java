package io.claribi.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationPurged;
import io.claribi.tenancy.OrganizationStates;
import io.claribi.tenancy.UnboundConnections;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The queue of organizations' jobs; its rows hold an organization's id and a job's, no more. Those of an organization that
 * is not at work wait until it is.
 */
@Component
class JobQueue implements SmartLifecycle {
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final TaskTable tasks;
    private final JobRunner runner;
    private final OrganizationStates states;
    private final JobStore store;
    private final OrganizationSlots slots;

    JobQueue(
            UnboundConnections connections,
            JobRunner runner,
            OrganizationStates states,
            JobStore store,
            JobSettings settings) {
        this.runner = runner;
        this.store = store;
        this.states = states;
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
        if (mustWait(organization)) {
            return TaskTable.again(Instant.now().plus(LOOK_AGAIN));
        }
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

    private boolean mustWait(OrganizationId organization) {
        return switch (states.of(organization).kind()) {
            case DISABLED, CLOSING -> true;
            case ACTIVE, GONE -> false;
        };
    }

    @EventListener
    void forget(OrganizationPurged event) {
        store.unschedule(event.organization());
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
