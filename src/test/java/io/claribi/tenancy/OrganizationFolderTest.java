package io.claribi.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationFolder.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationFolderTest {
    private final OrganizationId organization = OrganizationId.next();

    @TempDir
    private Path dataDir;

    @Test
    void keepsOrganizationsApart() {
        var mine = folder(organization);
        var other = folder(OrganizationId.next());

        assertThat(mine.file(Kind.TABLES, UUID.randomUUID(), "parquet")).startsWithRaw(mine.path());
        assertThat(mine.path())
                .isNotEqualTo(other.path())
                .hasParent(other.path().getParent());
    }

    @Test
    void letsNoOtherAccountLookInside() throws IOException {
        folder(organization).folder(Kind.UPLOADS);

        try (var made = Files.walk(dataDir)) {
            assertThat(made.skip(1))
                    .hasSize(3)
                    .allSatisfy(
                            folder -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                                    .isEqualTo("rwx------"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a/b", "a.b", "PARQUET", "x\0", "abcdefghijk"})
    void takesNoExtensionThatCouldLeadElsewhere(String extension) {
        var folder = folder(organization);

        assertThatThrownBy(() -> folder.file(Kind.UPLOADS, UUID.randomUUID(), extension))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private OrganizationFolder folder(OrganizationId id) {
        return OrganizationFolder.of(new DataDirectory(dataDir), id);
    }
}
