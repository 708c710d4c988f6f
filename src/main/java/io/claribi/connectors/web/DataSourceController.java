package io.claribi.connectors.web;

import io.claribi.connectors.DataSourceId;
import io.claribi.connectors.DataSources;
import io.claribi.http.PageRequest;
import io.claribi.http.Requires;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Page;
import io.claribi.kernel.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/data-sources")
class DataSourceController {
    private final DataSources sources;

    DataSourceController(DataSources sources) {
        this.sources = sources;
    }

    @GetMapping
    @Requires(Permission.VIEW_DATA_SOURCES)
    Page<DataSourceView> list(Caller caller, PageRequest page) {
        return sources.list(page.after(), page.size()).map(source -> DataSourceView.of(source, caller));
    }

    @GetMapping("/{id}")
    @Requires(Permission.VIEW_DATA_SOURCES)
    DataSourceView get(Caller caller, @PathVariable DataSourceId id) {
        return DataSourceView.of(sources.get(id), caller);
    }

    @GetMapping("/{id}/statistics")
    @Requires(Permission.VIEW_DATA_SOURCES)
    StatisticsView statistics(@PathVariable DataSourceId id) {
        return StatisticsView.of(sources.listProfiles(id));
    }

    @PatchMapping("/{id}")
    @Requires(Permission.EDIT_DATA_SOURCE)
    DataSourceView rename(Caller caller, @PathVariable DataSourceId id, @Valid @RequestBody RenameRequest request) {
        return DataSourceView.of(sources.rename(caller, id, request.name()), caller);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.DELETE_DATA_SOURCE)
    void delete(Caller caller, @PathVariable DataSourceId id) {
        sources.delete(caller, id);
    }

    record RenameRequest(@NotBlank String name) {}
}
