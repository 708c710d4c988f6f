package io.claribi.testing;

import io.claribi.planted.PlantedSecretsCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A server in a process of its own, to be killed. */
public final class ServerProcess implements AutoCloseable {
    private final Path dataDir;
    private final int port;
    private final Process process;
    private final Path log;
    private final ServerProgram.Run run;

    private ServerProcess(Path dataDir, int port, Process process, Path log, ServerProgram.Run run) {
        this.dataDir = dataDir;
        this.port = port;
        this.process = process;
        this.log = log;
        this.run = run;
    }

    /** Starts a server over the folder and waits until it is ready. */
    public static ServerProcess start(Path dataDir, String... arguments) {
        return ready(launch(dataDir, arguments));
    }

    /** The same with so much heap, ending when that is used up. */
    public static ServerProcess startWithHeap(String heap, Path dataDir, String... arguments) {
        return ready(launch(List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"), dataDir, arguments));
    }

    private static ServerProcess ready(ServerProcess server) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!server.process.isAlive()) {
                        throw new IllegalStateException("The server ended: " + server.output());
                    }
                    return server.isReady();
                });
        return server;
    }

    /** Starts a server and does not wait. */
    public static ServerProcess launch(Path dataDir, String... arguments) {
        return launch(List.of("-Xmx512m", "-XX:+UseSerialGC"), dataDir, arguments);
    }

    private static ServerProcess launch(List<String> options, Path dataDir, String... arguments) {
        int port = freePort();
        ServerProgram.Run run = ServerProgram.run(options);
        var command = new ArrayList<>(run.command());
        command.addAll(List.of("--server.port=" + port, "--management.server.port=0", "--claribi.data-dir=" + dataDir));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(dataDir);
            Path log = Files.createTempFile(dataDir.getParent(), "server", ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new ServerProcess(dataDir, port, process, log, run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Api api() {
        return Api.anonymous(port);
    }

    public int port() {
        return port;
    }

    public Path dataDir() {
        return dataDir;
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As an operator does: SIGTERM, and no more than asked. */
    public void terminate() {
        process.destroy();
    }

    public int awaitEnd() {
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The server does not end: " + output());
            }
            run.ended();
            PlantedSecretsCheck.includeLog(output());
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        try {
            return api().get("/health/ready").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }
}
