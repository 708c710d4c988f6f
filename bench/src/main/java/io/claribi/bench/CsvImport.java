package io.claribi.bench;

import io.claribi.bench.harness.Budget;
import io.claribi.bench.harness.ClaribiServer;
import io.claribi.bench.harness.DirectDuck;
import io.claribi.bench.harness.Measurement;
import io.claribi.bench.harness.OrdersFile;
import io.claribi.bench.harness.Rounds;
import io.claribi.bench.harness.Setting;
import io.claribi.bench.harness.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/** A CSV as large as the largest plan takes, through the server and by DuckDB itself. */
final class CsvImport implements Measurement {
    private static final long BYTES = 1_000_000_000;
    private static final int ROUNDS = 3;
    private static final String MEMORY = "768MiB";
    private static final String COPY = "DuckDB's COPY, the same Parquet";
    private static final String USUAL = "DuckDB's COPY, its usual Parquet";
    private static final String CLARIBI = "clariBI";

    @Override
    public void run(Setting setting) throws Exception {
        Path file = OrdersFile.create(setting.work().resolve("orders.csv"), BYTES, Long.MAX_VALUE);
        try (var server = ClaribiServer.start(setting)) {
            Tenant tenant = Tenant.register(server);
            Map<String, Callable<Turn>> contenders = new LinkedHashMap<>();
            contenders.put(
                    COPY,
                    () -> copy(
                            file,
                            ", COMPRESSION zstd, COMPRESSION_LEVEL 1, PARQUET_VERSION v2, ROW_GROUP_SIZE 122880"));
            contenders.put(USUAL, () -> copy(file, ""));
            contenders.put(CLARIBI, () -> upload(server, tenant, file));
            var rounds = Rounds.run(ROUNDS, contenders);

            var report = setting.report();
            report.title(
                    "import",
                    "a CSV of %,d MB, memory for DuckDB %s, %d rounds"
                            .formatted(Files.size(file) / 1_000_000, MEMORY, ROUNDS));
            report.figure("a copy of the file", rounds.figures(COPY, Turn::sending), "s", Budget.NONE);
            report.figure("clariBI: sending", rounds.figures(CLARIBI, Turn::sending), "s", Budget.NONE);
            report.figure(COPY, rounds.figures(COPY, Turn::reading), "s", Budget.NONE);
            report.figure(USUAL, rounds.figures(USUAL, Turn::reading), "s", Budget.NONE);
            report.figure("clariBI: into the warehouse", rounds.figures(CLARIBI, Turn::reading), "s", Budget.NONE);
            report.figure("clariBI: the whole job", rounds.figures(CLARIBI, Turn::job), "s", Budget.NONE);
            report.figure(
                    "into the warehouse ÷ " + COPY,
                    rounds.ratios(CLARIBI, COPY, Turn::reading),
                    "",
                    Budget.atMost(1.2));
            report.figure(
                    "into the warehouse ÷ " + USUAL, rounds.ratios(CLARIBI, USUAL, Turn::reading), "", Budget.NONE);
            report.figure("the whole job ÷ " + COPY, rounds.ratios(CLARIBI, COPY, Turn::job), "", Budget.NONE);
        }
    }

    private static Turn copy(Path file, String form) throws Exception {
        Path sent = file.resolveSibling("sent.csv");
        Path parquet = file.resolveSibling("direct.parquet");
        long began = System.nanoTime();
        Files.copy(file, sent, StandardCopyOption.REPLACE_EXISTING);
        double sending = secondsSince(began);
        began = System.nanoTime();
        try (var duck = DirectDuck.open(MEMORY)) {
            duck.execute("COPY (SELECT * FROM read_csv(%s)) TO %s (FORMAT parquet%s)"
                    .formatted(DirectDuck.literal(sent), DirectDuck.literal(parquet), form));
        }
        double reading = secondsSince(began);
        Files.delete(sent);
        return new Turn(sending, reading, reading);
    }

    /** The import begins by itself as soon as the file is there; the job says when. */
    private static Turn upload(ClaribiServer server, Tenant tenant, Path file) throws Exception {
        tenant.logIn();
        double before = intoWarehouse(server);
        Instant began = Instant.now();
        JsonNode job = tenant.upload(file);
        JsonNode result = tenant.finished(job);
        JsonNode ended = tenant.read("/jobs/" + job.path("id").asString());
        Instant sent = Instant.parse(ended.path("createdAt").asString());
        Instant done = Instant.parse(ended.path("finishedAt").asString());
        tenant.delete("/data-sources/" + result.path("dataSourceId").asString());
        return new Turn(seconds(began, sent), intoWarehouse(server) - before, seconds(sent, done));
    }

    /** Until the table is in its place, on disk for good; its statistics and the dashboard come on top. */
    private static double intoWarehouse(ClaribiServer server) throws Exception {
        String metric = "claribi_warehouse_import_seconds_sum{phase=\"%s\"";
        return server.metric(metric.formatted("read")) + server.metric(metric.formatted("place"));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private record Turn(double sending, double reading, double job) {}
}
