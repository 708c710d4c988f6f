package io.claribi.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.OrganizationFolder;
import io.claribi.tenancy.OrganizationFolder.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFilesTest {
    private static final Instant START = Instant.parse("2024-01-02T00:00:00Z");

    @TempDir
    Path directory;

    private final TableFiles files = new TableFiles();
    private OrganizationFolder folder;

    @BeforeEach
    void open() {
        folder = OrganizationFolder.of(new DataDirectory(directory), OrganizationId.next());
    }

    @Test
    void deletesAVersionOnceAndAgain() throws IOException {
        var version = TableVersionId.next();
        Path file = file(TableFiles.path(folder, version), START);

        files.delete(folder, version);
        files.delete(folder, version);

        assertThat(file).doesNotExist();
    }

    @Test
    void sweepsWhatACrashLeft() throws IOException {
        var live = TableVersionId.next();
        Path kept = file(TableFiles.path(folder, live), START.minusSeconds(60));
        Path upload = file(folder.folder(Kind.UPLOADS).resolve("upload"), START.minusSeconds(60));
        Path left = file(folder.folder(Kind.UPLOADS).resolve("left"), START.minusSeconds(60));
        Path orphan = file(TableFiles.path(folder, TableVersionId.next()), START.minusSeconds(60));
        Path half = file(folder.folder(Kind.TABLES).resolve("half.tmp"), START.minusSeconds(60));
        Path spill = Files.createDirectories(folder.folder(Kind.SCRATCH).resolve("x.spill"));
        file(spill.resolve("duckdb_temp_storage"), START.minusSeconds(60));
        Files.setLastModifiedTime(spill, FileTime.from(START.minusSeconds(60)));

        int swept = files.sweep(folder, Set.of(kept, upload), START);

        assertThat(swept).isEqualTo(5);
        assertThat(kept).exists();
        assertThat(upload).exists();
        assertThat(left).doesNotExist();
        assertThat(orphan).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(spill).doesNotExist();
    }

    @Test
    void leavesAloneWhatIsBeingWorkedOn() throws IOException {
        Path fresh = file(folder.folder(Kind.TABLES).resolve("fresh.tmp"), START.plusSeconds(1));
        Path spill = Files.createDirectories(folder.folder(Kind.SCRATCH).resolve("x.spill"));
        Path spilled = file(spill.resolve("duckdb_temp_storage"), START.plusSeconds(1));
        Files.setLastModifiedTime(spill, FileTime.from(START.minusSeconds(60)));

        int swept = files.sweep(folder, Set.of(), START);

        assertThat(swept).isZero();
        assertThat(fresh).exists();
        assertThat(spilled).exists();
    }

    private static Path file(Path path, Instant touched) throws IOException {
        Files.writeString(path, "x");
        return Files.setLastModifiedTime(path, FileTime.from(touched));
    }
}
