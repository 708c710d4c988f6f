package io.claribi.dashboards.web;

import io.claribi.dashboards.Dashboard;
import io.claribi.dashboards.DashboardAnswer;
import io.claribi.dashboards.DashboardContent;
import io.claribi.dashboards.DashboardFilter;
import io.claribi.dashboards.DashboardId;
import io.claribi.dashboards.Dashboards;
import io.claribi.dashboards.Widget;
import io.claribi.http.PageRequest;
import io.claribi.http.Requires;
import io.claribi.http.StreamedBody;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Page;
import io.claribi.kernel.Permission;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/dashboards")
class DashboardController {
    private final Dashboards dashboards;
    private final JsonMapper json;

    DashboardController(Dashboards dashboards, JsonMapper json) {
        this.dashboards = dashboards;
        this.json = json;
    }

    @GetMapping
    @Requires(Permission.VIEW_DASHBOARD)
    Page<DashboardSummaryView> list(Caller caller, PageRequest page) {
        return dashboards.list(page.after(), page.size()).map(summary -> DashboardSummaryView.of(summary, caller));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.CREATE_DASHBOARD)
    ResponseEntity<DashboardView> create(Caller caller, @RequestBody CreateRequest request) {
        var content = new DashboardContent(request.name(), null, request.widgets(), request.filters());
        Dashboard created = dashboards.create(content, caller.account());
        return answer(
                ResponseEntity.created(
                        URI.create("/api/v1/dashboards/" + created.id().value())),
                created,
                caller);
    }

    @GetMapping("/{id}")
    @Requires(Permission.VIEW_DASHBOARD)
    ResponseEntity<DashboardView> get(Caller caller, @PathVariable DashboardId id) {
        return answer(ResponseEntity.ok(), dashboards.get(id), caller);
    }

    @GetMapping("/{id}/data")
    @Requires(Permission.VIEW_DASHBOARD)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = DashboardDataView.class)))
    @Parameter(name = "filter", in = ParameterIn.QUERY, array = @ArraySchema(schema = @Schema(type = "string")))
    ResponseEntity<StreamedBody> data(
            @PathVariable DashboardId id,
            @Parameter(hidden = true) @RequestParam(required = false) MultiValueMap<String, String> parameters) {
        List<String> filters = parameters.getOrDefault("filter", List.of());
        DashboardAnswer answer = dashboards.answer(id, filters);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(out -> DashboardDataView.write(answer, json, out));
    }

    @PatchMapping("/{id}")
    @Requires(Permission.EDIT_DASHBOARD)
    ResponseEntity<DashboardView> change(
            Caller caller,
            @PathVariable DashboardId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChangeRequest request) {
        Dashboard changed = dashboards.change(caller, id, ETags.revision(ifMatch), request::applyTo);
        return answer(ResponseEntity.ok(), changed, caller);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.DELETE_DASHBOARD)
    void delete(Caller caller, @PathVariable DashboardId id) {
        dashboards.delete(caller, id);
    }

    private static ResponseEntity<DashboardView> answer(
            ResponseEntity.BodyBuilder answer, Dashboard dashboard, Caller caller) {
        return answer.eTag(ETags.of(dashboard)).body(DashboardView.of(dashboard, caller));
    }

    record CreateRequest(String name, List<Widget> widgets, List<DashboardFilter> filters) {}

    /** What is absent stays as it is. */
    record ChangeRequest(
            @Nullable String name,
            @Nullable List<Widget> widgets,
            @Nullable List<DashboardFilter> filters) {
        DashboardContent applyTo(DashboardContent content) {
            return new DashboardContent(
                    name == null ? content.name() : name,
                    content.dataSourceId(),
                    widgets == null ? content.widgets() : widgets,
                    filters == null ? content.filters() : filters);
        }
    }
}
