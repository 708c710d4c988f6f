package io.claribi.connectors.web;

import io.claribi.connectors.FileImports;
import io.claribi.connectors.Sample;
import io.claribi.connectors.Samples;
import io.claribi.connectors.UploadedFile;
import io.claribi.connectors.Uploads;
import io.claribi.http.Requires;
import io.claribi.jobs.JobView;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Page;
import io.claribi.kernel.Permission;
import io.claribi.warehouse.FileOptions;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/data-sources/samples")
class SampleController {
    private final Samples samples;
    private final FileImports imports;
    private final Uploads uploads;

    SampleController(Samples samples, FileImports imports, Uploads uploads) {
        this.samples = samples;
        this.imports = imports;
        this.uploads = uploads;
    }

    @GetMapping
    @Requires(Permission.VIEW_DATA_SOURCES)
    Page<Sample> list() {
        return new Page<>(samples.list(), null);
    }

    @PostMapping("/{name}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.UPLOAD_FILES)
    ResponseEntity<JobView> load(Caller caller, @PathVariable String name) {
        Sample sample = samples.get(name);
        UploadedFile file = samples.receive(sample);
        try {
            JobView job = JobView.of(imports.create(file, sample.name(), FileOptions.NONE, caller));
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/jobs/" + job.id()))
                    .body(job);
        } catch (RuntimeException e) {
            uploads.discard(file);
            throw e;
        }
    }
}
