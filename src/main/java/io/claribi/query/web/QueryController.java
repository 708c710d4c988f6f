package io.claribi.query.web;

import io.claribi.connectors.DataSourceId;
import io.claribi.connectors.DataSources;
import io.claribi.http.RequestMemory;
import io.claribi.http.Requires;
import io.claribi.http.StreamedBody;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;
import io.claribi.query.Downloads;
import io.claribi.query.ExportFormat;
import io.claribi.query.Queries;
import io.claribi.query.Query;
import io.claribi.query.QueryExports;
import io.claribi.query.QueryResultView;
import io.claribi.query.QueryTarget;
import io.claribi.query.QueryTrail;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class QueryController {
    private final DataSources sources;
    private final Queries queries;
    private final QueryExports exports;
    private final QueryTrail trail;
    private final RequestMemory memory;

    QueryController(
            DataSources sources, Queries queries, QueryExports exports, QueryTrail trail, RequestMemory memory) {
        this.sources = sources;
        this.queries = queries;
        this.exports = exports;
        this.trail = trail;
        this.memory = memory;
    }

    @PostMapping("/api/v1/queries")
    @Requires(Permission.RUN_ANALYSIS)
    QueryResultView run(Caller caller, @RequestBody Query query) {
        QueryTarget target = target(query);
        QueryResultView answer =
                QueryResultView.of(queries.run(target, query, memory.holdUntilAnswered(caller.organization())));
        trail.analysisRun(target);
        return answer;
    }

    @PostMapping("/api/v1/queries/export")
    @Requires({Permission.RUN_ANALYSIS, Permission.EXPORT_REPORT})
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/csv"),
                @Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            })
    ResponseEntity<StreamedBody> export(
            @RequestBody Query query,
            @Parameter(schema = @Schema(allowableValues = {"csv", "xlsx"})) @RequestParam String format) {
        QueryTarget target = target(query);
        ExportFormat wanted = ExportFormat.get(format);
        var export = exports.prepare(target, query, wanted);
        trail.exportDownloaded(target, wanted);
        return Downloads.of(target.table().name(), export);
    }

    @GetMapping("/api/v1/data-sources/{id}/tables/{table}/rows")
    @Requires(Permission.VIEW_ANALYTICS)
    QueryResultView rows(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String table,
            @RequestParam(defaultValue = "100") int limit) {
        Query query = Query.of(id, table).limitedTo(limit);
        return QueryResultView.of(queries.run(target(query), query, memory.holdUntilAnswered(caller.organization())));
    }

    private QueryTarget target(Query query) {
        return new QueryTarget(
                query.dataSourceId(), sources.getTable(new DataSourceId(query.dataSourceId()), query.table()));
    }
}
