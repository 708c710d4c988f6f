package io.claribi.connectors;

import io.claribi.connectors.FileImportJob.FileImported;
import io.claribi.jobs.JobCancelled;
import io.claribi.jobs.JobHandler;
import io.claribi.jobs.JobRun;
import io.claribi.warehouse.FileImporter;
import io.claribi.warehouse.ImportedFile;
import io.claribi.warehouse.TableVersionId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes tables of an uploaded file. Nothing of it is visible until all of it is; nothing is left if it fails. */
@Component
class FileImportJob implements JobHandler<FileImport, FileImported> {
    private final FileImporter importer;
    private final Uploads uploads;
    private final TableFiles files;
    private final ImportedSources sources;

    FileImportJob(FileImporter importer, Uploads uploads, TableFiles files, ImportedSources sources) {
        this.importer = importer;
        this.uploads = uploads;
        this.files = files;
        this.sources = sources;
    }

    @Override
    public String kind() {
        return "file_import";
    }

    @Override
    public Class<FileImport> payloadType() {
        return FileImport.class;
    }

    @Override
    public Completion<FileImported> run(JobRun run, FileImport work) throws JobCancelled {
        ImportedFile imported = importer.importFile();
        return new Completion<>() {
            @Override
            public FileImported complete() {
                DataSource source = sources.register(work, imported, run.account());
                return new FileImported(source.id().value(), source.dashboardId());
            }

            @Override
            public void discard() {
                files.delete(imported.versions());
            }
        };
    }

    @Override
    public void ended(FileImport work) {
        uploads.discard(work.file());
    }

    /** What is told of a finished import. */
    record FileImported(UUID dataSourceId, @Nullable UUID dashboardId) {}
}
