package io.claribi.connectors;

import io.claribi.jobs.Job;
import io.claribi.jobs.JobId;
import io.claribi.jobs.Jobs;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.warehouse.FileOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns uploaded files into data sources, as background jobs. */
@Component
public class FileImports {
    private final Jobs jobs;
    private final FileImportJob handler;
    private final DataSources sources;
    private final SourceAllowance allowance;

    FileImports(Jobs jobs, FileImportJob handler, DataSources sources, SourceAllowance allowance) {
        this.jobs = jobs;
        this.handler = handler;
        this.sources = sources;
        this.allowance = allowance;
    }

    /**
     * Begins to make a new source of the file.
     *
     * @param name for the source; the file's name without its ending if absent
     * @throws AppException INVALID_NAME, PLAN_LIMIT_REACHED
     */
    @Transactional
    public Job create(UploadedFile file, @Nullable String name, FileOptions options, Caller caller) {
        SourceName sourceName =
                name == null || name.isBlank() ? SourceName.ofFile(file.fileName()) : SourceName.of(name);
        // Judged again, for good, when the job completes: this refuses early what is hopeless.
        allowance.reservePlace();
        return submit(new ImportOrder(DataSourceId.next().value(), false, sourceName.value(), file, options), caller);
    }

    /**
     * Begins to replace a source's tables by those of the file; the old ones serve until the new ones are whole.
     *
     * @throws AppException DATA_SOURCE_NOT_FOUND, PERMISSION_DENIED, PLAN_LIMIT_REACHED if the source is paused
     */
    @Transactional
    public Job replace(DataSourceId id, UploadedFile file, FileOptions options, Caller caller) {
        DataSource source = sources.get(id);
        sources.checkCanReplace(caller, id);
        // Judged again, for good, when the job completes.
        allowance.checkGoesOn(id);
        return submit(new ImportOrder(id.value(), true, source.name(), file, options), caller);
    }

    private Job submit(ImportOrder payload, Caller caller) {
        return jobs.submit(JobId.next(), handler, payload, caller.account());
    }
}
