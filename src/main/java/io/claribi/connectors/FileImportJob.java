package io.claribi.connectors;

import io.claribi.connectors.FileImportJob.FileImported;
import io.claribi.jobs.JobCancelled;
import io.claribi.jobs.JobHandler;
import io.claribi.jobs.JobRun;
import io.claribi.kernel.Permission;
import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.OrganizationFolder;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.warehouse.FileImport;
import io.claribi.warehouse.ImportLimits;
import io.claribi.warehouse.ImportedFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes tables of an uploaded file. Nothing of it is visible until all of it is; nothing is left if it fails. */
@Component
class FileImportJob implements JobHandler<ImportOrder, FileImported> {
    private final FileImport files;
    private final Uploads uploads;
    private final RetiredTables retired;
    private final ImportedSources sources;
    private final DataDirectory data;

    FileImportJob(
            FileImport files, Uploads uploads, RetiredTables retired, ImportedSources sources, DataDirectory data) {
        this.files = files;
        this.uploads = uploads;
        this.retired = retired;
        this.sources = sources;
        this.data = data;
    }

    @Override
    public String kind() {
        return "file_import";
    }

    @Override
    public Class<ImportOrder> payloadType() {
        return ImportOrder.class;
    }

    @Override
    public Optional<Permission> permission() {
        return Optional.of(Permission.UPLOAD_FILES);
    }

    @Override
    public Completion<FileImported> run(JobRun run, ImportOrder order) throws JobCancelled {
        ImportedFile imported = read(run, order);
        return new Completion<>() {
            @Override
            public FileImported complete() {
                DataSource source = sources.register(order, imported, run);
                return new FileImported(source.id().value(), source.dashboardId());
            }

            @Override
            public void discard() {
                retired.delete(imported.tables().stream()
                        .map(table -> table.table().version())
                        .toList());
            }
        };
    }

    private ImportedFile read(JobRun run, ImportOrder order) throws JobCancelled {
        try {
            return files.importFile(
                    OrganizationFolder.of(data, OrganizationScope.current()),
                    upload(order),
                    order.file().fileName(),
                    order.options(),
                    ImportLimits.STANDARD,
                    new JobObserver(run, bytes -> sources.checkStorage(order, bytes)));
        } catch (CancellationException e) {
            run.checkCancelled();
            throw e;
        }
    }

    Path upload(ImportOrder order) {
        return uploads.path(order.file());
    }

    @Override
    public void ended(ImportOrder order) {
        uploads.discard(order.file());
    }

    /** What is told of a finished import. */
    record FileImported(UUID dataSourceId, @Nullable UUID dashboardId) {}
}
