package io.claribi.connectors;

import io.claribi.jobs.JobRun;
import io.claribi.warehouse.ImportObserver;
import java.util.function.LongConsumer;

/** Ties an import to its job: tells how far it is, stops when the job is cancelled or the plan's storage is full. */
record JobObserver(JobRun run, LongConsumer storage) implements ImportObserver {
    @Override
    public void progress(double part) {
        run.progress(part, "Reading the file");
    }

    @Override
    public void storing(long bytes) {
        storage.accept(bytes);
    }

    @Override
    public boolean cancelled() {
        return run.isCancelled();
    }
}
