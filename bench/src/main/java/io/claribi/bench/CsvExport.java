package io.claribi.bench;

import io.claribi.bench.harness.BareProcess;
import io.claribi.bench.harness.Budget;
import io.claribi.bench.harness.ClaribiServer;
import io.claribi.bench.harness.Measurement;
import io.claribi.bench.harness.OrdersFile;
import io.claribi.bench.harness.Rounds;
import io.claribi.bench.harness.Setting;
import io.claribi.bench.harness.Tenant;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/** A million rows as CSV out of a server with a small heap, against the raw driver behind the same web server. */
final class CsvExport implements Measurement {
    private static final int ROWS = 1_000_000;
    private static final String HEAP = "-Xmx256m";
    private static final String RAW = "raw driver";
    private static final String CLARIBI = "clariBI";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public void run(Setting setting) throws Exception {
        try (var server = ClaribiServer.start(setting, HEAP)) {
            Tenant tenant = Tenant.register(server);
            var file = OrdersFile.create(setting.work().resolve("orders.csv"), Long.MAX_VALUE, ROWS);
            JsonNode source = tenant.finished(tenant.upload(file));
            String query = "{\"dataSourceId\":\"%s\",\"table\":\"orders\"}"
                    .formatted(source.path("dataSourceId").asString());
            try (var bare = BareProcess.start(setting, server.database(), HEAP)) {
                URI address = URI.create("http://127.0.0.1:%d/export?file=%s"
                        .formatted(
                                bare.process().port(),
                                Tenant.encoded(server.onlyTable().toString())));
                Map<String, Callable<Double>> contenders = new LinkedHashMap<>();
                contenders.put(
                        RAW, () -> rowsPerSecond(HttpRequest.newBuilder(address).build()));
                contenders.put(CLARIBI, () -> {
                    tenant.logIn();
                    return rowsPerSecond(tenant.postRequest("/queries/export?format=csv", query));
                });
                Rounds.run(3, contenders);
                var rounds = Rounds.run(setting.rounds(), contenders);

                var report = setting.report();
                report.title("export", "%,d rows as CSV, both servers with %s".formatted(ROWS, HEAP));
                report.figure(RAW, rounds.figures(RAW, Double::doubleValue), "rows/s", Budget.NONE);
                report.figure(CLARIBI, rounds.figures(CLARIBI, Double::doubleValue), "rows/s", Budget.NONE);
                report.figure(
                        "rows a second, clariBI ÷ raw driver",
                        rounds.ratios(CLARIBI, RAW, Double::doubleValue),
                        "",
                        Budget.atLeast(0.8));
                report.figure("resident afterwards", server.process().residentMegabytes(), "MB", Budget.NONE);
            }
        }
    }

    private static double rowsPerSecond(HttpRequest request) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var answer = HTTP.send(request, BodyHandlers.ofInputStream());
        long lines = 0;
        try (InputStream body = answer.body()) {
            var buffer = new byte[1 << 16];
            for (int length = body.read(buffer); length >= 0; length = body.read(buffer)) {
                for (int i = 0; i < length; i++) {
                    if (buffer[i] == '\n') {
                        lines++;
                    }
                }
            }
        }
        if (answer.statusCode() != 200 || lines != ROWS + 1) {
            throw new IllegalStateException("Status %d, %,d lines".formatted(answer.statusCode(), lines));
        }
        return ROWS * 1e9 / (System.nanoTime() - began);
    }
}
