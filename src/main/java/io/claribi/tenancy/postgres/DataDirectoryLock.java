package io.claribi.tenancy.postgres;

import com.sun.security.auth.module.UnixSystem;
import io.claribi.kernel.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds the data directory for one server; the operating system lets go of it however the server ends. */
final class DataDirectoryLock implements AutoCloseable {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final FileChannel channel;

    private DataDirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws StartRefused if another server has it, or it was begun by another account
     */
    static DataDirectoryLock acquire(Path dataDir) throws IOException {
        return acquire(dataDir, POSIX ? new UnixSystem().getUid() : 0);
    }

    static DataDirectoryLock acquire(Path dataDir, long account) throws IOException {
        Path file = dataDir.resolve("claribi.lock");
        checkOwner(file, account);
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new StartRefused(
                    "Another server is using the data directory %s.".formatted(dataDir),
                    "Stop it, or give this one its own directory by claribi.data-dir.");
        }
        return new DataDirectoryLock(channel);
    }

    /** Root gets in everywhere, and would leave files behind that the account whose directory it is can't read. */
    private static void checkOwner(Path file, long account) throws IOException {
        if (POSIX && Files.exists(file) && (int) Files.getAttribute(file, "unix:uid") != account) {
            throw new StartRefused(
                    "The data directory %s belongs to another account.".formatted(file.getParent()),
                    "Start the server as the user who owns it, or hand all of it over with chown.");
        }
    }

    /** Whether a server has it at this moment. */
    static boolean isHeld(Path dataDir) throws IOException {
        try (var channel = FileChannel.open(
                dataDir.resolve("claribi.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            return !locked(channel);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
