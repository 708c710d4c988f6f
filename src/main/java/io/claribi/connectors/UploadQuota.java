package io.claribi.connectors;

import static io.claribi.connectors.ConnectorsError.DISK_SHORT;
import static io.claribi.connectors.ConnectorsError.TOO_MANY_UPLOADS;

import io.claribi.kernel.AppException;
import io.claribi.tenancy.OrganizationFolder;
import io.claribi.tenancy.OrganizationFolder.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * How many files of an organization may be on their way in, and how full they may make the disk. The files themselves
 * are the count, so that it is right on every node and after a crash.
 */
@Component
class UploadQuota {
    private final UploadSettings settings;

    UploadQuota(UploadSettings settings) {
        this.settings = settings;
    }

    /**
     * Makes an empty file in the organization's uploads folder, if there may be one more.
     *
     * @throws AppException TOO_MANY_UPLOADS
     */
    synchronized Path take(OrganizationFolder folder, UUID id, String extension) throws IOException {
        try (Stream<Path> files = Files.list(folder.folder(Kind.UPLOADS))) {
            if (files.limit(settings.waiting()).count() >= settings.waiting()) {
                throw new AppException(
                                TOO_MANY_UPLOADS,
                                "%d files of your organization are on their way in already. Upload this one when one of them is done."
                                        .formatted(settings.waiting()))
                        .with("retryAfterSeconds", 10);
            }
        }
        return Files.createFile(folder.file(Kind.UPLOADS, id, extension));
    }

    /**
     * Sees that there is room for so many bytes more.
     *
     * @throws AppException DISK_SHORT
     */
    void checkDisk(Path folder, long bytes) throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() - bytes
                < settings.freeDisk().toBytes()) {
            throw new AppException(DISK_SHORT, "The server has no room for files at this moment. Try again later.")
                    .with("retryAfterSeconds", 300);
        }
    }
}
