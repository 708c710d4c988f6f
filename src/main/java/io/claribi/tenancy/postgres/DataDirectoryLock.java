package io.claribi.tenancy.postgres;

import io.claribi.kernel.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds the data directory for one server; the operating system lets go of it however the server ends. */
final class DataDirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DataDirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws StartRefused if another server has it
     */
    static DataDirectoryLock acquire(Path dataDir) throws IOException {
        var channel =
                FileChannel.open(dataDir.resolve("claribi.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new StartRefused(
                    "Another server is using the data directory %s.".formatted(dataDir),
                    "Stop it, or give this one its own directory by claribi.data-dir.");
        }
        return new DataDirectoryLock(channel);
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
