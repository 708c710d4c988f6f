package io.claribi.bench.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The packaged server over a data directory of its own, started as docs/OPERATION.md says. */
public final class ClaribiServer implements AutoCloseable {
    private final JavaProcess process;
    private final Path data;
    private final int managementPort;

    private ClaribiServer(JavaProcess process, Path data, int managementPort) {
        this.process = process;
        this.data = data;
        this.managementPort = managementPort;
    }

    /** Starts it with its defaults, but for the largest plan and tokens that outlast a turn. */
    public static ClaribiServer start(Setting setting, String... javaOptions) throws IOException, InterruptedException {
        return start(
                setting,
                "data",
                List.of(javaOptions),
                List.of("--claribi.plans.signup=enterprise", "--claribi.identity.access-token-life=15m"));
    }

    /** @param data name of the data directory */
    public static ClaribiServer start(Setting setting, String data, List<String> javaOptions, List<String> arguments)
            throws IOException, InterruptedException {
        int port = JavaProcess.freePort();
        int managementPort = JavaProcess.freePort();
        Path folder = setting.work().resolve(data);
        var command = new ArrayList<>(List.of(java(), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(javaOptions);
        command.addAll(setting.recording(data));
        command.addAll(List.of(
                "-jar",
                setting.serverJar().toString(),
                "--server.port=" + port,
                "--management.server.port=" + managementPort,
                "--claribi.data-dir=" + folder));
        command.addAll(arguments);
        Path log = setting.work().resolve(data + ".log");
        return new ClaribiServer(JavaProcess.start(command, port, "/health/ready", log), folder, managementPort);
    }

    /** This program's own Java. */
    public static String java() {
        return ProcessHandle.current().info().command().orElseThrow();
    }

    public JavaProcess process() {
        return process;
    }

    /** Its embedded PostgreSQL. */
    public EmbeddedDatabase database() throws IOException {
        return EmbeddedDatabase.of(data);
    }

    /** The Parquet file of the only table that there is. */
    public Path onlyTable() throws IOException {
        try (Stream<Path> files = java.nio.file.Files.walk(data.resolve("organizations"))) {
            List<Path> tables =
                    files.filter(file -> file.toString().endsWith(".parquet")).toList();
            if (tables.size() != 1) {
                throw new IllegalStateException("Expected one table but found " + tables);
            }
            return tables.getFirst();
        }
    }

    /** The sum of a metric's samples whose name and labels begin so. */
    public double metric(String beginning) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(beginning))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
