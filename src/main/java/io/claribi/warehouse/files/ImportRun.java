package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.kernel.Ids;
import io.claribi.tenancy.OrganizationFolder;
import io.claribi.tenancy.OrganizationFolder.Kind;
import io.claribi.warehouse.ImportLimits;
import io.claribi.warehouse.ImportObserver;
import io.claribi.warehouse.TableFiles;
import io.claribi.warehouse.TableVersionId;
import io.claribi.warehouse.WarehouseError;
import io.claribi.warehouse.duckdb.Duck;
import io.claribi.warehouse.duckdb.DuckException;
import io.claribi.warehouse.duckdb.DuckSession;
import io.claribi.warehouse.duckdb.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/** One import under way: its session, its time, its observer, and every file it made, which go unless it is kept. */
final class ImportRun implements AutoCloseable {
    private final OrganizationFolder folder;
    private final DuckSession session;
    private final ImportLimits limits;
    private final ImportObserver observer;
    private final long deadline;
    private final List<Path> temporary = new ArrayList<>();
    private final List<Path> staged = new ArrayList<>();
    private double from;
    private double to = 1;
    private double reached;

    ImportRun(DuckSession session, ImportLimits limits, ImportObserver observer, Duration timeout) {
        this.folder = session.folder();
        this.session = session;
        this.limits = limits;
        this.observer = observer;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    ImportLimits limits() {
        return limits;
    }

    /** What follows is this part of the whole. */
    void stage(double begins, double ends) {
        from = begins;
        to = ends;
        look(0);
    }

    /** Narrows the stage to one of several equal steps. */
    void step(double begins, double ends, int step, int steps) {
        double width = (ends - begins) / steps;
        stage(begins + step * width, begins + (step + 1) * width);
    }

    /**
     * Tells how far the stage is, and ends the import if somebody wants that.
     *
     * @throws CancellationException if it was cancelled
     */
    void look(double part) {
        if (Thread.currentThread().isInterrupted() || observer.cancelled()) {
            throw new CancellationException("The import was cancelled");
        }
        if (System.nanoTime() > deadline) {
            throw tooSlow();
        }
        reached = Math.max(reached, from + (to - from) * part);
        observer.progress(reached);
        observer.storing(stagedBytes());
    }

    private long stagedBytes() {
        long bytes = 0;
        for (Path file : staged) {
            bytes += sizeOf(file);
        }
        return bytes;
    }

    private static long sizeOf(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Does something in the session. What DuckDB can't do with the file's form comes out as a {@link DuckException}. */
    <R> R call(DuckSession.Work<R> work) {
        try {
            return session.call(work, Duration.ofNanos(deadline - System.nanoTime()), this::look);
        } catch (TimeoutException e) {
            throw tooSlow();
        } catch (DuckException e) {
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(DuckException failure) {
        return switch (failure.kind()) {
            case INTERRUPTED -> new CancellationException("The import was cancelled");
            case OUT_OF_MEMORY ->
                new AppException(
                                WarehouseError.FILE_NEEDS_TOO_MUCH,
                                "The file needs more memory than reading a file may take. Split it, or leave out very long texts.")
                        .causedBy(failure);
            case OUT_OF_RANGE, FILE_ACCESS, INTERNAL, OTHER -> failure;
        };
    }

    private static AppException tooSlow() {
        return new AppException(
                WarehouseError.FILE_NEEDS_TOO_MUCH, "Reading the file took too long and was stopped. Split the file.");
    }

    /** A new file in the scratch. */
    Path temporaryFile(String extension) {
        Path file = folder.file(Kind.SCRATCH, Ids.next(), extension);
        temporary.add(file);
        return file;
    }

    /** Where a table is written before it is whole. */
    Path stagingFile(TableVersionId version) {
        Path file = folder.file(Kind.TABLES, version.value(), "tmp");
        staged.add(file);
        return file;
    }

    /** Writes the rows of a SELECT and says how many there are. */
    long write(Duck duck, Path file, String select, String options) throws SQLException {
        try {
            return duck.execute("COPY (%s) TO %s %s".formatted(select, Sql.literal(file), options));
        } catch (SQLException e) {
            delete(List.of(file));
            throw e;
        }
    }

    /** Puts the tables in their place, so that a power cut after this leaves them whole; returns their size. */
    long keep(List<StagedTable> tables) throws IOException {
        long bytes = 0;
        var placed = new ArrayList<Path>();
        try {
            for (StagedTable table : tables) {
                Path file = TableFiles.path(folder, table.version());
                force(table.file());
                bytes += Files.size(table.file());
                Files.move(table.file(), file, StandardCopyOption.ATOMIC_MOVE);
                placed.add(file);
            }
            forceFolder(folder.folder(Kind.TABLES));
            return bytes;
        } catch (IOException | RuntimeException e) {
            delete(placed);
            throw e;
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Windows can't open a folder, and needs not. */
    private static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public void close() {
        session.close();
        delete(temporary);
        delete(staged);
    }

    private static void delete(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
