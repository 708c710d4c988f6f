package io.claribi.bench;

import io.claribi.bench.harness.Budget;
import io.claribi.bench.harness.ClaribiServer;
import io.claribi.bench.harness.JavaProcess.Start;
import io.claribi.bench.harness.Measurement;
import io.claribi.bench.harness.Rounds;
import io.claribi.bench.harness.Setting;
import io.claribi.bench.harness.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;

/** How long until the server is ready, first and again, with and without an AOT cache; and what it holds when idle. */
final class StartTime implements Measurement {
    private static final Duration SETTLING = Duration.ofSeconds(40);
    private static final String FIRST = "first start, no AOT cache";
    private static final String FIRST_CACHED = "first start, AOT cache";
    private static final String WARM = "warm start, no AOT cache";
    private static final String WARM_CACHED = "warm start, AOT cache";

    @Override
    public void run(Setting setting) throws Exception {
        Path cache = setting.work().resolve("claribi.aot");
        train(setting, cache);
        String withCache = "-XX:AOTCache=" + cache;
        Map<String, Callable<Start>> contenders = new LinkedHashMap<>();
        contenders.put(FIRST, () -> first(setting));
        contenders.put(FIRST_CACHED, () -> first(setting, withCache));
        contenders.put(WARM, () -> warm(setting));
        contenders.put(WARM_CACHED, () -> warm(setting, withCache));
        var rounds = Rounds.run(setting.rounds(), contenders);

        var report = setting.report();
        report.title("start", "from the command to /health/ready, %d rounds".formatted(setting.rounds()));
        contenders
                .keySet()
                .forEach(name -> report.line(
                        name,
                        "%.2f s processor time"
                                .formatted(
                                        rounds.figures(name, Start::cpuSeconds).median())));
        report.figure(FIRST, rounds.figures(FIRST, Start::seconds), "s", Budget.atMost(8));
        report.figure(FIRST_CACHED, rounds.figures(FIRST_CACHED, Start::seconds), "s", Budget.atMost(8));
        report.figure(WARM, rounds.figures(WARM, Start::seconds), "s", Budget.NONE);
        report.figure(WARM_CACHED, rounds.figures(WARM_CACHED, Start::seconds), "s", Budget.atMost(3));
        report.figure(
                "warm start, AOT cache ÷ none", rounds.ratios(WARM_CACHED, WARM, Start::seconds), "", Budget.NONE);
        report.figure(
                "its processor time, AOT cache ÷ none",
                rounds.ratios(WARM_CACHED, WARM, Start::cpuSeconds),
                "",
                Budget.NONE);
        report.figure("resident when idle, no AOT cache", idle(setting), "MB", Budget.atMost(300));
        report.figure("resident when idle, AOT cache", idle(setting, withCache), "MB", Budget.atMost(300));
    }

    /** A start, a first organization and an end, as docs/OPERATION.md has it, leave the cache behind. */
    private static void train(Setting setting, Path cache) throws Exception {
        try (var server = start(setting, "data", "-XX:AOTCacheOutput=" + cache)) {
            Tenant.register(server);
        }
    }

    private static Start first(Setting setting, String... options) throws Exception {
        FileSystemUtils.deleteRecursively(setting.work().resolve("empty"));
        return started(setting, "empty", options);
    }

    private static Start warm(Setting setting, String... options) throws Exception {
        return started(setting, "data", options);
    }

    private static Start started(Setting setting, String data, String... options) throws Exception {
        try (var server = start(setting, data, options)) {
            return server.process().start();
        }
    }

    private static double idle(Setting setting, String... options) throws Exception {
        try (var server = start(setting, "data", options)) {
            Thread.sleep(SETTLING);
            return server.process().residentMegabytes();
        }
    }

    private static ClaribiServer start(Setting setting, String data, String... options) throws Exception {
        return ClaribiServer.start(setting, data, List.of(options), List.of());
    }
}
