package io.claribi.bench;

import io.claribi.bench.harness.Tenant;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/** Reads a dashboard's data of another period each time, which no cache can hold yet; all are about as long. */
final class ColdReads {
    private static final LocalDate FIRST = LocalDate.of(2021, 2, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 1);
    private static final int STARTS = 200;

    private final Tenant tenant;
    private final String path;
    private final String filter;
    private int turn;

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

    /** The answer of the first period, by which it is known what SQL is asked. */
    JsonNode first() throws Exception {
        return read();
    }

    /** Asks for the next period; says how long that took, in milliseconds. */
    double next() throws Exception {
        turn++;
        long began = System.nanoTime();
        read();
        return (System.nanoTime() - began) / 1e6;
    }

    /** A statement of the first answer, made to ask what no one has asked. */
    String ofThisTurn(String sql) {
        int asked = turn + 1;
        return sql.replace(FIRST.toString(), first(asked).toString())
                .replace(LAST.plusDays(1).toString(), last(asked).plusDays(1).toString());
    }

    private static LocalDate first(int turn) {
        return FIRST.plusDays(turn % STARTS);
    }

    private static LocalDate last(int turn) {
        return LAST.minusDays(turn / STARTS);
    }

    private JsonNode read() throws Exception {
        String period = "%s..%s".formatted(first(turn), last(turn));
        return tenant.read(path + "?filter=" + Tenant.encoded("%s:%s".formatted(filter, period)));
    }
}
