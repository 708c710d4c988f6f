package io.claribi.bench;

import io.claribi.bench.harness.BareProcess;
import io.claribi.bench.harness.Budget;
import io.claribi.bench.harness.ClaribiServer;
import io.claribi.bench.harness.DirectDuck;
import io.claribi.bench.harness.Load;
import io.claribi.bench.harness.Measurement;
import io.claribi.bench.harness.OrdersFile;
import io.claribi.bench.harness.Rounds;
import io.claribi.bench.harness.Setting;
import io.claribi.bench.harness.Tenant;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/** All widgets of the dashboard that a file of a million rows gets: from the cache, and computed. */
final class DashboardDataRead implements Measurement {
    private static final int ROWS = 1_000_000;
    private static final int CONNECTIONS = 8;
    private static final int WARM_UP = 20_000;
    private static final int COLD_READS = 15;
    private static final String BARE = "bare answer of the same JSON";
    private static final String CACHED = "clariBI, cached";
    private static final String DIRECT = "its SQL on DuckDB, one after the other";
    private static final String COLD = "clariBI, computed";

    @Override
    public void run(Setting setting) throws Exception {
        try (var server = ClaribiServer.start(setting)) {
            Tenant tenant = Tenant.register(server);
            var file = OrdersFile.create(setting.work().resolve("orders.csv"), Long.MAX_VALUE, ROWS);
            var source = tenant.finished(tenant.upload(file));
            String path = "/dashboards/" + source.path("dashboardId").asString() + "/data";
            JsonNode answer = tenant.read(path);
            setting.report()
                    .title(
                            "data",
                            "GET /dashboards/{id}/data, %d widgets over %,d rows, %,d bytes of JSON"
                                    .formatted(
                                            answer.path("widgets").size(),
                                            ROWS,
                                            answer.toString().length()));
            try (var bare = BareProcess.start(setting, server.database())) {
                cached(setting, tenant, path, bareAnswer(bare, answer));
            }
            try (var duck = DirectDuck.open("256MiB")) {
                duck.show("orders", server.onlyTable());
                computed(setting, tenant, path, duck);
            }
        }
    }

    private static HttpRequest bareAnswer(BareProcess bare, JsonNode answer) throws Exception {
        URI address =
                URI.create("http://127.0.0.1:%d/answer".formatted(bare.process().port()));
        var put = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(answer.toString()))
                .build();
        HttpClient.newHttpClient().send(put, BodyHandlers.discarding());
        return HttpRequest.newBuilder(address).build();
    }

    private static void cached(Setting setting, Tenant tenant, String path, HttpRequest bare) throws Exception {
        var alone = contenders(setting, tenant, path, bare, new Load(1));
        var together = contenders(setting, tenant, path, bare, new Load(CONNECTIONS));
        for (var contender : together.values()) {
            for (int answers = 0; answers < WARM_UP; ) {
                answers += contender.call().millis().count();
            }
        }
        var latency = Rounds.run(setting.rounds(), alone);
        var throughput = Rounds.run(setting.rounds(), together);

        var report = setting.report();
        for (String name : alone.keySet()) {
            report.line(name + ", 1 connection", latency.of(name).getLast().toString());
            report.line(
                    name + ", %d connections".formatted(CONNECTIONS),
                    throughput.of(name).getLast().toString());
        }
        report.figure(
                "cached, median, 1 connection",
                latency.figures(CACHED, turn -> turn.millis().median()),
                "ms",
                Budget.atMost(3));
        report.figure(
                "cached, %d connections".formatted(CONNECTIONS),
                throughput.figures(CACHED, Load.Result::perSecond),
                "/s",
                Budget.atLeast(1000));
        report.figure(
                "throughput, cached ÷ " + BARE,
                throughput.ratios(CACHED, BARE, Load.Result::perSecond),
                "",
                Budget.NONE);
    }

    private static Map<String, Callable<Load.Result>> contenders(
            Setting setting, Tenant tenant, String path, HttpRequest bare, Load load) {
        Map<String, Callable<Load.Result>> contenders = new LinkedHashMap<>();
        contenders.put(BARE, () -> load.run(setting.turn(), () -> bare));
        contenders.put(CACHED, () -> {
            tenant.logIn();
            HttpRequest request = tenant.get(path);
            return load.run(setting.turn(), () -> request);
        });
        return contenders;
    }

    private static void computed(Setting setting, Tenant tenant, String path, DirectDuck duck) throws Exception {
        var reads = new ColdReads(tenant, path);
        List<String> statements = statements(reads.first());
        Map<String, Callable<Double>> contenders = new LinkedHashMap<>();
        contenders.put(DIRECT, () -> {
            double millis = 0;
            for (String sql : statements) {
                millis += duck.query(reads.ofThisTurn(sql));
            }
            return millis;
        });
        contenders.put(COLD, reads::next);
        Rounds.run(3, contenders);
        tenant.logIn();
        var rounds = Rounds.run(COLD_READS, contenders);
        setting.report().figure(DIRECT, rounds.figures(DIRECT, Double::doubleValue), "ms", Budget.NONE);
        setting.report().figure(COLD, rounds.figures(COLD, Double::doubleValue), "ms", Budget.NONE);
        setting.report()
                .figure("computed ÷ its SQL", rounds.ratios(COLD, DIRECT, Double::doubleValue), "", Budget.NONE);
    }

    /** Equal ones once, as the server runs them. */
    private static List<String> statements(JsonNode answer) {
        var statements = new ArrayList<String>();
        for (JsonNode widget : answer.path("widgets")) {
            for (String part : List.of("result", "trend", "comparison")) {
                String sql = widget.path(part).path("sql").asString("");
                if (!sql.isEmpty() && !statements.contains(sql)) {
                    statements.add(sql);
                }
            }
        }
        return statements;
    }
}
