package io.claribi.routes;

import static io.claribi.routes.RouteExamples.Kind.ABOUT_ONE;
import static io.claribi.routes.RouteExamples.Kind.LIST;
import static io.claribi.routes.RouteExamples.Kind.OWN;
import static io.claribi.routes.RouteExamples.Kind.PUBLIC;

import io.claribi.testing.Api.Call;
import io.claribi.testing.Multipart;
import io.claribi.testing.Tenant;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** One request that works for every route there is. A route without one fails the suites that go over every route. */
final class RouteExamples {
    private final Map<String, Example> examples = new LinkedHashMap<>();

    private RouteExamples() {
        auth();
        me();
        jobs();
        dataSources();
        queries();
        dashboards();
    }

    static Map<String, Example> all() {
        return new RouteExamples().examples;
    }

    private void auth() {
        add("POST /api/v1/auth/register", PUBLIC, world -> Call.json("POST", "/auth/register", """
                {"email":"%s@example.org","password":"%s","organizationName":"Another"}
                """.formatted(UUID.randomUUID(), Tenant.PASSWORD)));
        add("POST /api/v1/auth/login", PUBLIC, world -> Call.json("POST", "/auth/login", """
                {"email":"%s","password":"%s"}
                """.formatted(world.tenant().email(), Tenant.PASSWORD)));
    }

    private void me() {
        add("GET /api/v1/me", OWN, world -> get("/me"));
    }

    private void jobs() {
        add("GET /api/v1/jobs", LIST, world -> get("/jobs"));
        add("GET /api/v1/jobs/{id}", ABOUT_ONE, world -> get("/jobs/" + world.job()));
    }

    private void dataSources() {
        add("GET /api/v1/data-sources", LIST, world -> get("/data-sources"));
        add("GET /api/v1/data-sources/{id}", ABOUT_ONE, world -> get("/data-sources/" + world.dataSource()));
        add("PATCH /api/v1/data-sources/{id}", ABOUT_ONE, world -> Call.json("PATCH", "/data-sources/" + world.dataSource(), """
                {"name":"Renamed"}
                """));
        add("POST /api/v1/data-sources/upload", OWN, world -> Call.upload("/data-sources/upload", sales()));
    }

    private void queries() {
        add("POST /api/v1/queries", ABOUT_ONE, world -> Call.json("POST", "/queries", revenue(world)));
    }

    private void dashboards() {
        add("GET /api/v1/dashboards", LIST, world -> get("/dashboards"));
    }

    private void add(String route, Kind kind, Function<World, Call> call) {
        examples.put(route, new Example(kind, call));
    }

    private static Call get(String path) {
        return new Call("GET", path, Map.of(), BodyPublishers.noBody());
    }

    private static Multipart sales() {
        return new Multipart().file("more.csv", Tenant.SALES.getBytes(StandardCharsets.UTF_8));
    }

    private static String revenue(World world) {
        return """
                {"dataSourceId":"%s","table":"%s","measures":[{"function":"sum","field":"revenue"}]}
                """.formatted(world.dataSource(), world.table());
    }

    /** What a route is about, which decides what another organization's caller must get from it. */
    enum Kind {
        /** For anybody. */
        PUBLIC,
        /** About the caller or the caller's organization; the request names nothing. */
        OWN,
        /** A page of the organization's things. */
        LIST,
        /** About a thing that the request names, in its path, query or body. */
        ABOUT_ONE
    }

    record Example(Kind kind, Function<World, Call> call) {}
}
