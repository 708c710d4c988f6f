package io.claribi.connectors;

import io.claribi.kernel.Ids;
import io.claribi.plans.Entitlements;
import io.claribi.plans.Limit;
import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.OrganizationFolder;
import io.claribi.tenancy.OrganizationFolder.Kind;
import io.claribi.tenancy.OrganizationScope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Files on their way in: streamed to the organization's uploads folder, held against the plan, gone once they are tables. */
@Component
public class Uploads {
    private static final int BUFFER = 64 * 1024;
    private static final int BETWEEN_LOOKS = 64 << 20;

    private final DataDirectory data;
    private final Entitlements entitlements;
    private final UploadQuota quota;

    Uploads(DataDirectory data, Entitlements entitlements, UploadQuota quota) {
        this.data = data;
        this.entitlements = entitlements;
        this.quota = quota;
    }

    /**
     * Refuses a file by the size that its sender tells, before a byte of it is read.
     *
     * @throws io.claribi.kernel.AppException PLAN_LIMIT_REACHED, DISK_SHORT
     */
    public void expect(long bytes) throws IOException {
        entitlements.check(Limit.FILE_SIZE, bytes);
        quota.checkDisk(folder().folder(Kind.UPLOADS), Math.max(0, bytes));
    }

    /**
     * Reads the file to its end, onto the disk. What has arrived is removed again when the stream breaks or grows over
     * the plan's limit.
     *
     * @throws io.claribi.kernel.AppException PLAN_LIMIT_REACHED, TOO_MANY_UPLOADS, DISK_SHORT
     */
    public UploadedFile receive(String fileName, InputStream content) throws IOException {
        UUID id = Ids.next();
        Path arriving = quota.take(folder(), id, "part");
        try {
            long bytes = copy(content, arriving);
            Files.move(arriving, file(id, "upload"), StandardCopyOption.ATOMIC_MOVE);
            return new UploadedFile(id, FileName.tidy(fileName), bytes);
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    Path path(UploadedFile file) {
        return file(file.id(), "upload");
    }

    public void discard(UploadedFile file) {
        try {
            Files.deleteIfExists(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long copy(InputStream content, Path target) throws IOException {
        long limit = entitlements.plan().limit(Limit.FILE_SIZE);
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long bytes = 0;
        try (ReadableByteChannel source = Channels.newChannel(content);
                FileChannel file = FileChannel.open(target, StandardOpenOption.WRITE)) {
            quota.checkDisk(target, 0);
            long looked = 0;
            while (source.read(buffer) >= 0) {
                buffer.flip();
                bytes += buffer.remaining();
                if (bytes > limit) {
                    entitlements.check(Limit.FILE_SIZE, bytes);
                }
                while (buffer.hasRemaining()) {
                    file.write(buffer);
                }
                buffer.clear();
                if (bytes - looked > BETWEEN_LOOKS) {
                    quota.checkDisk(target, 0);
                    looked = bytes;
                }
            }
            file.force(true);
        }
        return bytes;
    }

    private Path file(UUID id, String extension) {
        return folder().file(Kind.UPLOADS, id, extension);
    }

    private OrganizationFolder folder() {
        return OrganizationFolder.of(data, OrganizationScope.current());
    }
}
