package io.claribi.bench;

import io.claribi.bench.harness.Measurement;
import io.claribi.bench.harness.Report;
import io.claribi.bench.harness.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** {@code bench/run NAME...}: runs what is named, or says what there is. */
final class Bench {
    private static final Map<String, Measurement> ALL = new LinkedHashMap<>();

    static {
        ALL.put("jar", new JarContents());
        ALL.put("start", new StartTime());
        ALL.put("dashboard", new DashboardRead());
        ALL.put("data", new DashboardDataRead());
        ALL.put("widget", new WidgetRead());
        ALL.put("members", new MemberList());
        ALL.put("import", new CsvImport());
        ALL.put("export", new CsvExport());
        ALL.put("logins", new LogInFlood());
        ALL.put("fernet", new FernetSealing());
        ALL.put("micro", new MicroBenchmarks());
    }

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = 7;
        int seconds = 3;
        boolean recorded = false;
        var names = new ArrayList<String>();
        for (String argument : arguments) {
            if (argument.startsWith("--rounds=")) {
                rounds = Integer.parseInt(argument.substring("--rounds=".length()));
            } else if (argument.startsWith("--seconds=")) {
                seconds = Integer.parseInt(argument.substring("--seconds=".length()));
            } else if (argument.equals("--recorded")) {
                recorded = true;
            } else {
                names.add(argument);
            }
        }
        if (!ALL.keySet().containsAll(names) && !names.equals(List.of("all")) || names.isEmpty()) {
            System.err.println("Usage: bench/run [--rounds=7] [--seconds=3] [--recorded] all | "
                    + String.join(" | ", ALL.keySet()));
            System.exit(2);
        }
        run(
                names.equals(List.of("all")) ? List.copyOf(ALL.keySet()) : names,
                rounds,
                Duration.ofSeconds(seconds),
                recorded);
    }

    private static void run(List<String> names, int rounds, Duration turn, boolean recorded) throws Exception {
        Path target = Path.of("target").toAbsolutePath();
        var report = new Report(System.out);
        for (String name : names) {
            Path work = target.resolve("work").resolve(name);
            FileSystemUtils.deleteRecursively(work);
            ALL.get(name).run(new Setting(target.resolve("server"), work, rounds, turn, recorded, report));
        }
        report.finish();
    }
}
