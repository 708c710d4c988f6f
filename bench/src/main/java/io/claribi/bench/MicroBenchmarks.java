package io.claribi.bench;

import io.claribi.bench.harness.Budget;
import io.claribi.bench.harness.Measurement;
import io.claribi.bench.harness.Samples;
import io.claribi.bench.harness.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Every JMH class in the package {@code micro}. Of its methods the one called {@code baseline} is what the others are
 * held against. Each round is a fork of each method.
 */
final class MicroBenchmarks implements Measurement {
    private static final int ROUNDS = 3;
    private static final String BASELINE = "baseline";

    @Override
    public void run(Setting setting) throws Exception {
        Map<String, Map<String, List<Double>>> scores = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (RunResult result : fork(setting)) {
                String method = result.getParams().getBenchmark();
                String type = method.substring(0, method.lastIndexOf('.'));
                scores.computeIfAbsent(type.substring(type.lastIndexOf('.') + 1), name -> new LinkedHashMap<>())
                        .computeIfAbsent(method.substring(type.length() + 1), name -> new ArrayList<>())
                        .add(result.getPrimaryResult().getScore());
            }
        }
        scores.forEach((type, methods) -> report(setting, type, methods));
    }

    private static Iterable<RunResult> fork(Setting setting) throws Exception {
        return new Runner(new OptionsBuilder()
                        .include("io\\.claribi\\.bench\\.micro\\..*")
                        .forks(1)
                        .verbosity(VerboseMode.SILENT)
                        .jvmArgsAppend("--enable-native-access=ALL-UNNAMED", "-Dbench.work=" + setting.work())
                        .build())
                .run();
    }

    private static void report(Setting setting, String type, Map<String, List<Double>> methods) {
        var report = setting.report();
        report.title("micro", "%s, µs a call, %d forks".formatted(type, ROUNDS));
        List<Double> baseline = methods.get(BASELINE);
        methods.forEach((method, micros) -> {
            report.figure(type + "." + method, Samples.of(micros), "µs", Budget.NONE);
            if (!method.equals(BASELINE)) {
                var ratios = new ArrayList<Double>();
                for (int i = 0; i < micros.size(); i++) {
                    ratios.add(micros.get(i) / baseline.get(i));
                }
                report.figure("%s.%s ÷ baseline".formatted(type, method), Samples.of(ratios), "", Budget.NONE);
            }
        });
    }
}
