package io.claribi.tenancy.postgres;

import io.claribi.kernel.StartRefused;
import io.claribi.tenancy.PrivateFiles;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL cluster in a folder: its files and its server. */
final class Cluster {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    private static final String SUPERUSER = "postgres";
    private static final String DRAFT = "initializing";
    private static final String VERSION = "18";
    private static final int START_ATTEMPTS = 20;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

    private final Path folder;
    private final Programs programs;
    private final RunAs runAs;

    Cluster(Path folder, Programs programs, RunAs runAs) {
        this.folder = folder;
        this.programs = programs;
        this.runAs = runAs;
    }

    boolean exists() {
        return Files.isDirectory(folder);
    }

    /** Makes the cluster; after a crash in the middle it is not there and can be made again. */
    void initialize(ClusterSetup setup) throws IOException {
        sweepDrafts();
        var draft = Files.createTempDirectory(folder.getParent(), DRAFT);
        runAs.own(draft);
        programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + draft,
                        "--username=" + SUPERUSER,
                        "--auth=reject",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        execute(draft, "postgres", setup.roles());
        execute(draft, ClusterSetup.DATABASE, setup.privileges());
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private void sweepDrafts() throws IOException {
        try (var drafts = Files.newDirectoryStream(folder.getParent(), DRAFT + "*")) {
            for (var draft : drafts) {
                FileSystemUtils.deleteRecursively(draft);
            }
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("A killed server's initdb is still at work; the next first start sweeps up after it", e);
        }
    }

    /** Does the statements, a line each, as the superuser; the server must not be running. */
    void execute(String database, String sql) throws IOException {
        execute(folder, database, sql);
    }

    private void execute(Path cluster, String database, String sql) throws IOException {
        programs.run(
                "postgres", List.of("--single", "-D", cluster.toString(), "-c", "exit_on_error=on", database), sql);
    }

    /**
     * Starts the server on the port it had before, or on another free one.
     *
     * @return the port
     */
    int start() throws IOException {
        refuseOtherVersion();
        runAs.own(folder);
        for (int attempt = 1; ; attempt++) {
            int port = choosePort();
            configure(port);
            try {
                programs.run(
                        "pg_ctl",
                        List.of("start", "--wait", "--timeout=100", "--pgdata=" + folder, "--log=" + startLog()));
                return port;
            } catch (ProgramFailed e) {
                // Somebody took the port meanwhile, or backends of a killed postmaster are still about to notice.
                if (attempt == START_ATTEMPTS || !passing()) {
                    throw new StartRefused(
                            "The embedded PostgreSQL in %s does not start.".formatted(folder),
                            "Its own words: " + words(),
                            e);
                }
                pause();
            }
        }
    }

    private void refuseOtherVersion() throws IOException {
        var version = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!version.equals(VERSION)) {
            throw new StartRefused(
                    "%s was made by PostgreSQL %s; this server brings PostgreSQL %s."
                            .formatted(folder, version, VERSION),
                    "Restore a backup into an empty data directory.");
        }
    }

    private int choosePort() throws IOException {
        var file = folder.resolveSibling("port");
        int before =
                Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        try {
            return free(before);
        } catch (BindException e) {
            return free(0);
        }
    }

    private static int free(int port) throws IOException {
        var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (var socket = new ServerSocket(port, 1, loopback)) {
            return socket.getLocalPort();
        }
    }

    private void configure(int port) throws IOException {
        write("postgresql.conf", ClusterConfiguration.settings(port));
        write("pg_hba.conf", ClusterConfiguration.ACCESS);
        PrivateFiles.write(folder.resolveSibling("port"), String.valueOf(port));
        Files.deleteIfExists(startLog());
    }

    private void write(String name, String content) throws IOException {
        PrivateFiles.write(folder.resolve(name), content);
        runAs.own(folder.resolve(name));
    }

    private Path startLog() {
        return folder.resolve("start.log");
    }

    private boolean passing() throws IOException {
        var words = words();
        return words.contains("could not bind") || words.contains("shared memory block");
    }

    /** What the server said at its last start: first to the one that started it, then to its log. */
    private String words() throws IOException {
        var words = Files.exists(startLog()) ? Files.readString(startLog()) : "";
        var logs = folder.resolve(ClusterConfiguration.LOGS);
        if (!words.contains("redirecting log output") || !Files.isDirectory(logs)) {
            return words.strip();
        }
        try (var files = Files.list(logs)) {
            var log = files.max(Comparator.comparing(file -> file.toFile().lastModified()));
            var all = log.isEmpty() ? "" : Files.readString(log.get());
            return all.substring(Math.max(0, all.lastIndexOf("starting PostgreSQL")))
                    .strip();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Ends a server that outlived the one who started it, and makes a stale note of one harmless. */
    void stopLeftover() throws IOException {
        var leftover = PostmasterFile.find(folder);
        if (leftover.isEmpty()) {
            // What a power cut left of a note; PostgreSQL would not start over it.
            Files.deleteIfExists(folder.resolve(PostmasterFile.NAME));
        } else if (leftover.get().alive()) {
            LOG.warn(
                    "Stopping the PostgreSQL that a server left running which was killed (process {})",
                    leftover.get().pid());
            stop();
        } else {
            leftover.get().disown();
        }
    }

    /** Stops the server: sessions are cut, what was committed is on disk. */
    void stop() throws IOException {
        try {
            stop("fast");
        } catch (ProgramFailed e) {
            stop("immediate");
        }
    }

    private void stop(String mode) throws IOException {
        programs.run("pg_ctl", List.of("stop", "--wait", "--timeout=30", "--mode=" + mode, "--pgdata=" + folder));
    }
}
