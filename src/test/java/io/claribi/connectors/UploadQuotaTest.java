package io.claribi.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claribi.kernel.AppException;
import io.claribi.kernel.Ids;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.OrganizationFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class UploadQuotaTest {
    @TempDir
    Path directory;

    @Test
    void isNotExceededByManyAtOnce() {
        var quota = new UploadQuota(new UploadSettings(5, DataSize.ofBytes(0)));
        var folder = OrganizationFolder.of(new DataDirectory(directory), OrganizationId.next());
        var refused = new AtomicInteger();

        long taken = IntStream.range(0, 40)
                .parallel()
                .filter(i -> {
                    try {
                        return Files.exists(quota.take(folder, Ids.next(), "part"));
                    } catch (AppException e) {
                        refused.incrementAndGet();
                        return false;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .count();

        assertThat(taken).isEqualTo(5);
        assertThat(refused).hasValue(35);
    }

    @Test
    void leavesTheDiskSomeRoom() throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        var quota = new UploadQuota(new UploadSettings(5, DataSize.ofBytes(free / 2)));

        assertThatCode(() -> quota.checkDisk(directory, 0)).doesNotThrowAnyException();
        assertThat(catchThrowableOfType(AppException.class, () -> quota.checkDisk(directory, free / 4 * 3))
                        .code())
                .isEqualTo(ConnectorsError.DISK_SHORT);
    }
}
