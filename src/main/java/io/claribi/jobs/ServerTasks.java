package io.claribi.jobs;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The background work of the server itself; nodes share it. What it is about, its submitter keeps under the id. */
@Component
public class ServerTasks {
    private final JobQueue queue;

    ServerTasks(JobQueue queue) {
        this.queue = queue;
    }

    /** Submits work; it starts only when the transaction around commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void submit(ServerTask task, UUID id) {
        queue.add(task, id);
    }
}
