package io.claribi.bench.harness;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own on a port of the loopback address. */
public final class JavaProcess implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final int port;
    private final Path log;
    private final Start start;

    private JavaProcess(Process process, int port, Path log, Start start) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.start = start;
    }

    /**
     * Starts a program and waits until it is ready.
     *
     * @param log where its output goes, in the folder that it works in
     * @param readyPath answers 200 from then on
     */
    public static JavaProcess start(List<String> command, int port, String readyPath, Path log)
            throws IOException, InterruptedException {
        Files.createDirectories(log.getParent());
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(log.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + readyPath))
                .build();
        while (!isReady(ready)) {
            boolean late = System.nanoTime() - began > PATIENCE.toNanos();
            if (late || !process.isAlive()) {
                process.destroyForcibly();
                throw new IllegalStateException("The server did not start:\n" + Files.readString(log));
            }
            Thread.sleep(10);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new JavaProcess(process, port, log, new Start(seconds, cpuSeconds(process)));
    }

    private static boolean isReady(HttpRequest request) throws InterruptedException {
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** How the start went. */
    public Start start() {
        return start;
    }

    public int port() {
        return port;
    }

    public String output() throws IOException {
        return Files.readString(log);
    }

    /** Processor time that the process itself has taken since it began, without its children's. */
    public double cpuSeconds() {
        return cpuSeconds(process);
    }

    private static double cpuSeconds(Process process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
    }

    /** Resident memory of the process itself, in MB (10^6 bytes). */
    public double residentMegabytes() throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
        try (var answer = ps.inputReader()) {
            return Long.parseLong(answer.readLine().strip()) * 1024 / 1e6;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(3, TimeUnit.MINUTES)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    /**
     * @param seconds from the command until it was ready
     * @param cpuSeconds that it took of the processors meanwhile
     */
    public record Start(double seconds, double cpuSeconds) {}
}
