package io.claribi.tenancy.postgres;

import io.claribi.kernel.StartRefused;
import io.claribi.tenancy.DatabaseAccess;
import io.claribi.tenancy.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The PostgreSQL that lives in the data directory, running until it is closed. A server that was killed leaves it
 * running; the next one stops it and starts it again, so that its configuration and programs are always the present ones.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private final DatabaseAccess access;
    private final Ending ending;
    private boolean open = true;

    private EmbeddedPostgres(DatabaseAccess access, Ending ending) {
        this.access = access;
        this.ending = ending;
    }

    /**
     * Starts it, making it first if it is not there.
     *
     * @throws StartRefused if that can't be, with what to do
     */
    public static EmbeddedPostgres start(Path dataDir) {
        return start(dataDir, dataDir.resolve("postgres/binaries"), way -> true);
    }

    /**
     * Takes part in the one that a running server has started, or starts it. Never makes one: that is the server's to do.
     *
     * @throws StartRefused if there is none, or it is not this account's
     */
    public static EmbeddedPostgres join(Path dataDir) {
        Path folder = dataDir.resolve("postgres");
        if (!Files.isDirectory(folder.resolve("cluster"))) {
            throw new StartRefused(
                    "There is no database in %s yet.".formatted(dataDir),
                    "Name the data directory of the server by claribi.data-dir, or start the server once.");
        }
        try {
            return DataDirectoryLock.isHeld(dataDir) ? new EmbeddedPostgres(running(folder), () -> {}) : start(dataDir);
        } catch (AccessDeniedException e) {
            throw notOurs(e);
        } catch (IOException e) {
            throw new StartRefused(
                    "The embedded PostgreSQL in %s can't be found: %s".formatted(dataDir, e.getMessage()),
                    "If the server is just starting, try again in a moment.",
                    e);
        }
    }

    private static DatabaseAccess running(Path folder) throws IOException {
        int port = Integer.parseInt(Files.readString(folder.resolve("port")).strip());
        return new ClusterSetup(ClusterPasswords.read(folder.resolve("passwords.properties"))).access(port);
    }

    static EmbeddedPostgres start(Path dataDir, Path binaries, Predicate<RunAs> ways) {
        try {
            PrivateFiles.createFolders(dataDir);
            var lock = DataDirectoryLock.acquire(dataDir);
            try {
                return start(dataDir, binaries, ways, lock);
            } catch (Throwable e) {
                lock.close();
                throw e;
            }
        } catch (AccessDeniedException e) {
            throw notOurs(e);
        } catch (IOException e) {
            throw new StartRefused(
                    "The embedded PostgreSQL in %s does not start: %s".formatted(dataDir, e.getMessage()),
                    "See whether the disk is full.",
                    e);
        }
    }

    private static StartRefused notOurs(AccessDeniedException e) {
        return new StartRefused(
                "The server may not use %s.".formatted(e.getFile()),
                "Start it as the user who owns the data directory, or give it another by claribi.data-dir.",
                e);
    }

    private static EmbeddedPostgres start(Path dataDir, Path binaries, Predicate<RunAs> ways, DataDirectoryLock lock)
            throws IOException {
        var folder = PrivateFiles.createFolders(dataDir.resolve("postgres"));
        var home = PostgresBinaries.unpack(binaries);
        var data = folder.resolve("cluster");
        var runAs = RunAs.choose(owner(data), way -> {
            if (!ways.test(way)) {
                return false;
            }
            openWay(way, dataDir, folder);
            return new Programs(home, folder, way).work();
        });
        var cluster = new Cluster(data, new Programs(home, folder, runAs), runAs);
        cluster.stopLeftover();
        var setup = new ClusterSetup(passwords(folder.resolve("passwords.properties"), cluster.exists()));
        if (!cluster.exists()) {
            cluster.initialize(setup);
        }
        return new EmbeddedPostgres(setup.access(cluster.start()), () -> stop(cluster, lock));
    }

    /** Lets another account reach what is its own in our private folders, without letting it look around. */
    private static void openWay(RunAs runAs, Path... folders) {
        if (runAs.ours()) {
            return;
        }
        for (var folder : folders) {
            try {
                var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
                permissions.add(PosixFilePermission.OTHERS_EXECUTE);
                Files.setPosixFilePermissions(folder, permissions);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Optional<Integer> owner(Path cluster) throws IOException {
        return Files.isDirectory(cluster) && !System.getProperty("os.name").startsWith("Windows")
                ? Optional.of((Integer) Files.getAttribute(cluster, "unix:uid"))
                : Optional.empty();
    }

    private static ClusterPasswords passwords(Path file, boolean clusterExists) throws IOException {
        if (Files.exists(file)) {
            return ClusterPasswords.read(file);
        }
        if (clusterExists) {
            throw new StartRefused(
                    "The embedded PostgreSQL's passwords are gone: there is no %s.".formatted(file),
                    "Restore that file; it belongs to the backup of the data directory.");
        }
        return ClusterPasswords.make(file);
    }

    public DatabaseAccess access() {
        return access;
    }

    /** Stops it, if it was started here; whoever still is connected is cut off. */
    @Override
    public synchronized void close() throws IOException {
        if (open) {
            open = false;
            ending.end();
        }
    }

    private static void stop(Cluster cluster, DataDirectoryLock lock) throws IOException {
        try {
            cluster.stop();
        } finally {
            lock.close();
        }
    }

    private interface Ending {
        void end() throws IOException;
    }
}
