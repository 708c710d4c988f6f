package io.claribi.routes;

import io.claribi.testing.Tenant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A tenant with one of everything, so that every route has something of its own to be about. */
record World(Tenant tenant, String dataSource, String table, String dashboard, String job, Factor factor) {

    static World of(Tenant tenant) {
        var job = tenant.upload("sales-%s.csv".formatted(tenant.name()), Tenant.SALES);
        String source = job.path("result").path("dataSourceId").asString();
        String table = tenant.api()
                .get("/data-sources/" + source)
                .expect(200)
                .json()
                .path("tables")
                .path(0)
                .path("name")
                .asString();
        return new World(
                tenant,
                source,
                table,
                job.path("result").path("dashboardId").asString(),
                job.path("id").asString(),
                new Factor(tenant));
    }

    /** The ids of what is in it, each by its name in the examples. */
    Map<String, String> ids() {
        return new TreeMap<>(Map.of("dataSource", dataSource, "dashboard", dashboard, "job", job));
    }

    /** A world of which nothing exists. */
    World missing() {
        return new World(tenant, uuid(), table, uuid(), uuid(), factor);
    }

    /** Whether the text tells of anything in it. */
    boolean leaksInto(String text) {
        return ids().values().stream().anyMatch(text::contains)
                || Arrays.asList(
                                tenant.name(),
                                tenant.email(),
                                tenant.organization().value().toString())
                        .stream()
                        .anyMatch(text::contains);
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
