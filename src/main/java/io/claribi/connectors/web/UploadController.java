package io.claribi.connectors.web;

import io.claribi.connectors.DataSourceId;
import io.claribi.connectors.DataSources;
import io.claribi.connectors.FileImports;
import io.claribi.http.Requires;
import io.claribi.jobs.Job;
import io.claribi.jobs.JobView;
import io.claribi.jobs.Jobs;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/data-sources")
class UploadController {
    /** What can be told at once is: most bad files, and most small ones, are known by then. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final UploadReader reader;
    private final FileImports imports;
    private final DataSources sources;
    private final Jobs jobs;

    UploadController(UploadReader reader, FileImports imports, DataSources sources, Jobs jobs) {
        this.reader = reader;
        this.imports = imports;
        this.sources = sources;
        this.jobs = jobs;
    }

    @PostMapping("/upload")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.UPLOAD_FILES)
    @Operation(
            summary = "Upload a file as a new data source",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = UploadForm.class))))
    ResponseEntity<JobView> create(Caller caller, HttpServletRequest request) {
        return accepted(
                reader.read(request, upload -> imports.create(upload.file(), upload.name(), upload.options(), caller)));
    }

    @PostMapping("/{id}/upload")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.UPLOAD_FILES)
    @Operation(
            summary = "Replace a data source's tables by those of a file",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = UploadForm.class))))
    ResponseEntity<JobView> replace(Caller caller, @PathVariable DataSourceId id, HttpServletRequest request) {
        sources.checkCanReplace(caller, id);
        return accepted(reader.read(request, upload -> imports.replace(id, upload.file(), upload.options(), caller)));
    }

    private ResponseEntity<JobView> accepted(Job submitted) {
        Job job = jobs.await(submitted, AT_ONCE);
        job.failure().ifPresent(failure -> {
            throw failure.toException();
        });
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + job.id().value()))
                .body(JobView.of(job));
    }

    /** The parts of the form; it is read as a stream and never held. */
    record UploadForm(
            @Schema(type = "string", format = "binary") String file,
            @Nullable String name,
            UploadReader.@Nullable OptionsRequest options) {}
}
