package io.claribi.bench;

import io.claribi.bench.harness.Budget;
import io.claribi.bench.harness.ClaribiServer;
import io.claribi.bench.harness.DirectDuck;
import io.claribi.bench.harness.Measurement;
import io.claribi.bench.harness.OrdersFile;
import io.claribi.bench.harness.Rounds;
import io.claribi.bench.harness.Samples;
import io.claribi.bench.harness.Setting;
import io.claribi.bench.harness.Tenant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/** What a widget costs on top of the SQL that it asks, computed each time. */
final class WidgetRead implements Measurement {
    private static final int ROWS = 100_000;
    private static final int READS = 400;
    /** Until the server's compiler has done what it will do. */
    private static final int READS_BEFORE = 3_000;

    private static final String DIRECT = "its SQL on DuckDB";
    private static final String WIDGET = "the widget by clariBI";

    @Override
    public void run(Setting setting) throws Exception {
        try (var server = ClaribiServer.start(setting);
                var duck = DirectDuck.open("256MiB")) {
            Tenant tenant = Tenant.register(server);
            var file = OrdersFile.create(setting.work().resolve("orders.csv"), Long.MAX_VALUE, ROWS);
            JsonNode source = tenant.finished(tenant.upload(file));
            duck.show("orders", server.onlyTable());
            var reads = new ColdReads(tenant, "/dashboards/" + dashboard(tenant, source) + "/data");
            String sql = reads.first()
                    .path("widgets")
                    .path(0)
                    .path("result")
                    .path("sql")
                    .asString();
            measure(setting, reads, duck, sql);
        }
    }

    private static String dashboard(Tenant tenant, JsonNode source) throws Exception {
        return tenant.post(
                        "/dashboards", """
                        {"name":"One widget",
                         "widgets":[{"type":"bar","title":"Revenue by region",
                           "query":{"dataSourceId":"%s","table":"orders",
                             "measures":[{"function":"sum","field":"revenue"}],"dimensions":[{"field":"region"}]},
                           "layout":{"x":0,"y":0,"w":6,"h":4}}],
                         "filters":[{"id":"day","kind":"dateRange","label":"Day","table":"orders","field":"ordered_at"}]}
                        """.formatted(source.path("dataSourceId").asString()))
                .path("id")
                .asString();
    }

    private static void measure(Setting setting, ColdReads reads, DirectDuck duck, String sql) throws Exception {
        Map<String, Callable<Double>> contenders = new LinkedHashMap<>();
        contenders.put(DIRECT, () -> duck.query(reads.ofThisTurn(sql)));
        contenders.put(WIDGET, reads::next);
        Rounds.run(READS_BEFORE, contenders);
        var rounds = Rounds.run(READS, contenders);
        Samples direct = rounds.figures(DIRECT, Double::doubleValue);
        Samples widget = rounds.figures(WIDGET, Double::doubleValue);
        var report = setting.report();
        report.title("widget", "a dashboard of one widget over %,d rows, %d reads".formatted(ROWS, READS));
        report.line(DIRECT, "median %.2f ms, p99 %.1f ms".formatted(direct.median(), direct.percentile(0.99)));
        report.line(WIDGET, "median %.2f ms, p99 %.1f ms".formatted(widget.median(), widget.percentile(0.99)));
        report.figure("the widget beyond its SQL", widget.median() - direct.median(), "ms", Budget.atMost(3));
        report.figure("the widget ÷ its SQL", widget.median() / direct.median(), "", Budget.NONE);
    }
}
