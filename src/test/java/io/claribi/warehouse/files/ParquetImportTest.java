package io.claribi.warehouse.files;

import static io.claribi.warehouse.WarehouseFixture.types;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.tenancy.OrganizationFolder.Kind;
import io.claribi.warehouse.FileOptions;
import io.claribi.warehouse.ImportedFile;
import io.claribi.warehouse.RejectedCell;
import io.claribi.warehouse.WarehouseFixture;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetImportTest {
    @TempDir
    Path directory;

    private WarehouseFixture fixture;

    @BeforeEach
    void open() {
        fixture = new WarehouseFixture(directory);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void bringsEveryTypeToOneOfOurs() throws SQLException {
        Path upload = parquet("""
                SELECT 1::TINYINT AS tiny, 18446744073709551615::UBIGINT AS huge, 1.25::DECIMAL(10, 2) AS money,
                    0.5::FLOAT AS single, true AS flag, DATE '2024-01-31' AS day,
                    TIMESTAMP '2024-01-31 10:00:00.123456' AS at, TIMESTAMPTZ '2024-01-31 10:00:00+02' AS zoned,
                    TIME '08:30:00' AS opens, 'x' AS name, 'bytes'::BLOB AS raw,
                    [1, 2] AS list, {'a': 1} AS struct, '' AS empty""");

        ImportedFile file = fixture.load(upload, FileOptions.NONE);

        assertThat(types(file))
                .isEqualTo("tiny:integer huge:integer money:decimal single:decimal flag:boolean day:date at:timestamp "
                        + "zoned:timestamp opens:time name:text raw:text list:text struct:text empty:text");
        assertThat(fixture.rows(file))
                .containsExactly(asList(
                        1L,
                        new BigInteger("18446744073709551615"),
                        new BigDecimal("1.25"),
                        0.5,
                        true,
                        LocalDate.of(2024, 1, 31),
                        Instant.parse("2024-01-31T10:00:00.123456Z"),
                        Instant.parse("2024-01-31T08:00:00Z"),
                        LocalTime.of(8, 30),
                        "x",
                        "bytes",
                        "[1,2]",
                        "{\"a\":1}",
                        null));
    }

    @Test
    void reportsNumbersThatAreNone() throws SQLException {
        Path upload = parquet("SELECT unnest([1.5, 'nan'::DOUBLE, 2.5, 'inf'::DOUBLE]) AS n");

        ImportedFile file = fixture.load(upload, FileOptions.NONE);

        assertThat(fixture.rows(file)).extracting(row -> row.get(0)).containsExactly(1.5, null, 2.5, null);
        assertThat(file.tables().getFirst().rejectedCells()).isEqualTo(2);
        assertThat(file.tables().getFirst().rejects()).contains(new RejectedCell(2, "n", "nan", "not a finite number"));
    }

    private Path parquet(String select) throws SQLException {
        Path file = fixture.folder.folder(Kind.UPLOADS).resolve("table.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(select, file));
        }
        return file;
    }
}
