package io.claribi.bench;

import io.claribi.bench.harness.Tenant;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/** Reads a dashboard's data from another day on each time, which no cache can hold yet. */
final class ColdReads {
    private static final LocalDate FIRST = LocalDate.of(2021, 2, 1);

    private final Tenant tenant;
    private final String path;
    private final String filter;
    private LocalDate day = FIRST;

    ColdReads(Tenant tenant, String path) throws Exception {
        this.tenant = tenant;
        this.path = path;
        this.filter = dateFilter(tenant.read(path.substring(0, path.lastIndexOf('/'))));
    }

    private static String dateFilter(JsonNode dashboard) {
        for (JsonNode offered : dashboard.path("filters")) {
            if (offered.path("kind").asString().equals("dateRange")) {
                return offered.path("id").asString();
            }
        }
        throw new IllegalStateException("The dashboard has no filter by date: " + dashboard);
    }

    /** The answer from the first day on, by which it is known what SQL is asked. */
    JsonNode first() throws Exception {
        return read();
    }

    /** Asks from the next day on; says how long that took, in milliseconds. */
    double next() throws Exception {
        day = day.plusDays(1);
        long began = System.nanoTime();
        read();
        return (System.nanoTime() - began) / 1e6;
    }

    /** A statement of the first answer, made to ask what no one has asked. */
    String ofThisDay(String sql) {
        return sql.replace(FIRST.toString(), day.plusDays(1).toString());
    }

    private JsonNode read() throws Exception {
        return tenant.read(path + "?filter=" + Tenant.encoded("%s:%s..".formatted(filter, day)));
    }
}
