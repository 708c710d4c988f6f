package io.claribi.warehouse.duckdb;

import io.claribi.kernel.Ids;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationFolder;
import io.claribi.tenancy.OrganizationFolder.Kind;
import io.claribi.tenancy.OrganizationScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A DuckDB in memory that belongs to one organization for its life and reaches that organization's tables and scratch,
 * and nothing else: no other file, no network, no extension, and its configuration is locked.
 *
 * <p>Its work runs on a platform thread of its own: a native call would hold a virtual thread's carrier, and a handful
 * of slow queries would then stop every request of the server.
 */
public final class DuckSession implements AutoCloseable {
    private static final Duration PULSE = Duration.ofMillis(100);
    private static final Duration STOPPING = Duration.ofSeconds(20);

    private final OrganizationFolder folder;
    private final Path spill;
    private final ExecutorService thread;
    private final Duck duck;
    private volatile boolean broken;

    private DuckSession(OrganizationFolder folder, Path spill, ExecutorService thread, Connection connection) {
        this.folder = folder;
        this.spill = spill;
        this.thread = thread;
        this.duck = new Duck(connection);
    }

    /**
     * Opens a session.
     *
     * @param alsoReadable single files outside the tables and the scratch that it may read: an upload
     */
    public static DuckSession open(OrganizationFolder folder, SessionLimits limits, List<Path> alsoReadable) {
        Path spill = folder.file(Kind.SCRATCH, Ids.next(), "spill");
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:", configuration(limits, spill));
            ExecutorService thread = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("warehouse-", 0).factory());
            var session = new DuckSession(folder, spill, thread, connection);
            session.duck.execute("SET TimeZone = 'UTC'");
            session.duck.execute("SET enable_progress_bar = true");
            session.duck.execute("SET enable_progress_bar_print = false");
            session.lockDown(alsoReadable);
            return session;
        } catch (SQLException e) {
            throw new DuckException(e);
        }
    }

    private static Properties configuration(SessionLimits limits, Path spill) {
        var properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        properties.setProperty("threads", Integer.toString(limits.threads()));
        properties.setProperty("memory_limit", limits.memory().toMegabytes() + "MiB");
        properties.setProperty("temp_directory", spill.toString());
        properties.setProperty("max_temp_directory_size", limits.spill().toMegabytes() + "MiB");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        return properties;
    }

    /** Its order matters: what may be reached is said before the rest is closed, and the key is thrown away last. */
    private void lockDown(List<Path> alsoReadable) throws SQLException {
        List<Path> folders = List.of(folder.folder(Kind.TABLES), folder.folder(Kind.SCRATCH));
        duck.execute("SET allowed_directories = " + list(folders));
        duck.execute("SET allowed_paths = " + list(alsoReadable));
        duck.execute("SET enable_external_access = false");
        duck.execute("SET lock_configuration = true");
    }

    private static String list(List<Path> paths) {
        return paths.stream().map(Sql::literal).collect(Collectors.joining(", ", "[", "]"));
    }

    public OrganizationId organization() {
        return folder.organization();
    }

    public OrganizationFolder folder() {
        return folder;
    }

    /** Whether it failed in a way after which it should do nothing more. */
    public boolean isBroken() {
        return broken;
    }

    /**
     * Does the work on the session's thread, in the organization's scope, while this thread waits.
     *
     * @throws DuckException when DuckDB fails or the caller was interrupted (its interrupt is kept)
     * @throws TimeoutException when it took too long and was stopped
     */
    public <R> R call(Work<R> work, Duration timeout, Supervisor supervisor) throws TimeoutException {
        var finished = new CountDownLatch(1);
        Future<R> result = thread.submit(() -> {
            try {
                return OrganizationScope.call(organization(), () -> work.run(duck));
            } finally {
                finished.countDown();
            }
        });
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (true) {
                long wait = Math.min(PULSE.toNanos(), deadline - System.nanoTime());
                if (wait <= 0) {
                    throw new TimeoutException();
                }
                try {
                    return result.get(wait, TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    supervisor.look(duck.progress());
                }
            }
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            stop(finished);
            Thread.currentThread().interrupt();
            throw new DuckException(new SQLException("INTERRUPT Error: the caller was interrupted", e));
        } catch (TimeoutException | RuntimeException | Error e) {
            stop(finished);
            throw e;
        }
    }

    private RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof SQLException sql) {
            var failure = new DuckException(sql);
            broken |= failure.kind() == DuckException.Kind.INTERNAL;
            return failure;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }

    /** Waits until the work has really ended: a session must not be lent again while it still runs. */
    private void stop(CountDownLatch finished) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + STOPPING.toNanos();
        while (System.nanoTime() < deadline) {
            // More than once: what is asked between two statements of the work would be forgotten.
            duck.cancel();
            try {
                if (finished.await(20, TimeUnit.MILLISECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        broken |= finished.getCount() > 0 || !duck.reset();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the session and removes what it spilled. */
    @Override
    public void close() {
        thread.execute(() -> {
            duck.close();
            deleteSpill();
        });
        thread.shutdown();
    }

    private void deleteSpill() {
        if (!Files.exists(spill)) {
            return;
        }
        try (Stream<Path> files = Files.list(spill)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(spill);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is to be done in a session. */
    @FunctionalInterface
    public interface Work<R> {
        R run(Duck duck) throws SQLException;
    }

    /** Told ten times a second how far the running statement is, 0..1; throws to stop it. */
    @FunctionalInterface
    public interface Supervisor {
        Supervisor NONE = progress -> {};

        void look(double progress);
    }
}
