package io.claribi.bench;

import io.claribi.bench.harness.Budget;
import io.claribi.bench.harness.ClaribiServer;
import io.claribi.bench.harness.Load;
import io.claribi.bench.harness.Measurement;
import io.claribi.bench.harness.Rounds;
import io.claribi.bench.harness.Setting;
import io.claribi.bench.harness.Tenant;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Fifty people who log in at once: how fast that goes, and how the others' reads fare meanwhile. */
final class LogInFlood implements Measurement {
    private static final int PEOPLE = 50;
    private static final String RAW = "raw Argon2id on all processors";
    private static final String LOG_INS = "log-ins";
    private static final String QUIET = "reads alone";
    private static final String FLOODED = "reads amid log-ins";

    @Override
    public void run(Setting setting) throws Exception {
        try (var server = ClaribiServer.start(setting)) {
            List<HttpRequest> logIns = new ArrayList<>();
            Tenant reader = Tenant.register(server);
            for (int i = 0; i < PEOPLE; i++) {
                logIns.add(Tenant.register(server).logInRequest());
            }
            var turn = new AtomicInteger();
            Supplier<HttpRequest> nextLogIn = () -> logIns.get(Math.floorMod(turn.getAndIncrement(), PEOPLE));
            speed(setting, nextLogIn);
            reads(setting, nextLogIn, reader);
        }
    }

    private static void speed(Setting setting, Supplier<HttpRequest> logIns) throws Exception {
        var flood = new Load(PEOPLE);
        Map<String, Callable<Double>> contenders = new LinkedHashMap<>();
        contenders.put(RAW, () -> hashesPerSecond(setting.turn()));
        contenders.put(LOG_INS, () -> flood.run(setting.turn(), logIns).perSecond());
        Rounds.run(2, contenders);
        var rounds = Rounds.run(setting.rounds(), contenders);
        var report = setting.report();
        report.title("logins", "%d connections that log in, each as somebody else".formatted(PEOPLE));
        report.figure(RAW, rounds.figures(RAW, Double::doubleValue), "/s", Budget.NONE);
        report.figure(LOG_INS, rounds.figures(LOG_INS, Double::doubleValue), "/s", Budget.NONE);
        report.figure("log-ins ÷ " + RAW, rounds.ratios(LOG_INS, RAW, Double::doubleValue), "", Budget.atLeast(0.9));
    }

    private static double hashesPerSecond(Duration duration) throws Exception {
        // The server's own cost: 19 MiB, two passes, one lane.
        var argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
        String hash = argon2.encode("a password");
        long began = System.nanoTime();
        var hashes = new LongAdder();
        Callable<Void> worker = () -> {
            while (System.nanoTime() - began < duration.toNanos()) {
                argon2.matches("a password", hash);
                hashes.increment();
            }
            return null;
        };
        int processors = Runtime.getRuntime().availableProcessors();
        try (var threads = Executors.newFixedThreadPool(processors)) {
            List<Future<Void>> workers = new ArrayList<>();
            for (int i = 0; i < processors; i++) {
                workers.add(threads.submit(worker));
            }
            for (Future<Void> done : workers) {
                done.get();
            }
        }
        return hashes.sum() * 1e9 / (System.nanoTime() - began);
    }

    private static void reads(Setting setting, Supplier<HttpRequest> logIns, Tenant reader) throws Exception {
        var flood = new Load(PEOPLE);
        var single = new Load(1);
        Map<String, Callable<Load.Result>> contenders = new LinkedHashMap<>();
        contenders.put(QUIET, () -> single.run(setting.turn(), read(reader)));
        contenders.put(FLOODED, () -> {
            Supplier<HttpRequest> read = read(reader);
            try (var threads = Executors.newSingleThreadExecutor()) {
                Future<Load.Result> flooding = threads.submit(() -> flood.run(setting.turn(), logIns));
                var result = single.run(setting.turn(), read);
                flooding.get();
                return result;
            }
        });
        Rounds.run(2, contenders);
        var rounds = Rounds.run(setting.rounds(), contenders);
        var report = setting.report();
        for (String name : contenders.keySet()) {
            report.line(name, rounds.of(name).getLast().toString());
        }
        report.figure(
                "p99 of reads alone",
                rounds.figures(QUIET, result -> result.millis().percentile(0.99)),
                "ms",
                Budget.NONE);
        report.figure(
                "p99 of reads amid log-ins",
                rounds.figures(FLOODED, result -> result.millis().percentile(0.99)),
                "ms",
                Budget.atMost(50));
    }

    private static Supplier<HttpRequest> read(Tenant reader) throws Exception {
        reader.logIn();
        HttpRequest request = reader.get("/dashboards");
        return () -> request;
    }
}
