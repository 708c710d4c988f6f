package io.claribi.query;

import static io.claribi.query.AggregateFunction.SUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.warehouse.StoredTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryExportsTest {
    private static final DuckDbTables TABLES = new DuckDbTables();
    private static final StoredTable MIXED = TABLES.create("mixed/'sheet'", """
            SELECT * FROM (VALUES
                (DATE '2012-01-31', TIMESTAMP '2012-01-31 08:15:30', TIME '12:00:00', 'a "b", c', -5, -0.5::DOUBLE, 1.50, true),
                (DATE '1815-12-10', TIMESTAMP '1815-12-10 01:02:03', TIME '00:00:01', '=1+1', 12345678901234567, 1e10::DOUBLE, 2.25, false),
                (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
                (NULL, NULL, NULL, '', 0, 'NaN'::DOUBLE, 0.00, NULL),
                (NULL, NULL, NULL, E'two\\nlines – 雨', 7, 3.0::DOUBLE, 100.00, NULL)
            ) AS v("day", "at", "clock", "=text", "whole", "float", "money", "yes")
            """);
    private final QueryExports exports = new QueryExports(TABLES, QuerySettingsFixture.querySettings());

    @AfterAll
    static void close() {
        TABLES.close();
    }

    @Test
    void writesCsv() {
        var out = new ByteArrayOutputStream();

        long rows = prepare(MIXED, query(), ExportFormat.CSV).writeTo(out);

        assertThat(rows).isEqualTo(5);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("""
                day,at,clock,'=text,whole,float,money,yes
                2012-01-31,2012-01-31T08:15:30Z,12:00,"a ""b"", c",-5,-0.5,1.50,true
                1815-12-10,1815-12-10T01:02:03Z,00:00:01,'=1+1,12345678901234567,10000000000,2.25,false
                ,,,,,,,
                ,,,"",0,,0.00,
                ,,,"two
                lines – 雨",7,3,100.00,
                """.replace("\n", "\r\n").replace("two\r\n", "two\n"));
    }

    @Test
    void writesXlsxWithTypedCells(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("export.xlsx");

        try (var out = Files.newOutputStream(file)) {
            prepare(MIXED, query(), ExportFormat.XLSX).writeTo(out);
        }

        try (var workbook = new ReadableWorkbook(file.toFile())) {
            assertThat(workbook.getFirstSheet().getName()).isEqualTo("mixed- sheet");
            List<Row> rows = workbook.getFirstSheet().read();
            Row first = rows.get(1);
            Row second = rows.get(2);
            assertThat(rows.getFirst().getCellText(3)).isEqualTo("'=text");
            assertThat(first.getCellAsDate(0))
                    .contains(LocalDate.of(2012, 1, 31).atStartOfDay());
            assertThat(first.getCellAsDate(1)).contains(LocalDateTime.of(2012, 1, 31, 8, 15, 30));
            assertThat(first.getCellAsNumber(2)).contains(new BigDecimal("0.5"));
            assertThat(first.getCellText(3)).isEqualTo("a \"b\", c");
            assertThat(first.getCellAsNumber(4)).contains(new BigDecimal("-5"));
            assertThat(first.getCellAsNumber(5)).contains(new BigDecimal("-0.5"));
            assertThat(first.getCellAsNumber(6))
                    .hasValueSatisfying(money -> assertThat(money).isEqualByComparingTo("1.5"));
            assertThat(first.getCellAsBoolean(7)).contains(true);
            assertThat(second.getCellText(0)).isEqualTo("1815-12-10");
            assertThat(second.getCell(3).getType()).isEqualTo(CellType.STRING);
            assertThat(second.getCellText(3)).isEqualTo("'=1+1");
            assertThat(second.getCellText(4)).isEqualTo("12345678901234567");
            assertThat(rows.getLast().getCellText(3)).isEqualTo("two\nlines – 雨");
        }
        assertThat(entry(file, "xl/worksheets/sheet1.xml"))
                .contains("state=\"frozen\"")
                .doesNotContain("<f>");
    }

    @Test
    void exportsWhatTheQueryAsks() {
        var out = new ByteArrayOutputStream();
        var query = query().measuring(Measure.of(SUM, "whole")).where(Filter.of("yes", FilterOperator.EQUALS, "true"));

        prepare(MIXED, query, ExportFormat.CSV).writeTo(out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("sum_whole\r\n-5\r\n");
    }

    @Test
    void goesBeyondTheLimitOfResults() {
        var many = TABLES.create("many", "SELECT range AS n FROM range(30000)");
        var out = new ByteArrayOutputStream();

        assertThat(prepare(many, query(), ExportFormat.CSV).writeTo(out)).isEqualTo(30_000);
        assertThat(prepare(many, query().limitedTo(12_345), ExportFormat.CSV).writeTo(out))
                .isEqualTo(12_345);
    }

    @Test
    void refusesMoreRowsThanASheetHasBeforeTheFirstByte() {
        var million = TABLES.create("million", "SELECT range AS n FROM range(1048576)");

        var refusal = catchThrowableOfType(AppException.class, () -> prepare(million, query(), ExportFormat.XLSX));

        assertThat(refusal.code()).isEqualTo(QueryError.EXPORT_TOO_LARGE);
        assertThat(refusal)
                .hasMessage(
                        "That is 1,048,576 rows; XLSX takes at most 1,048,575. Filter the rows or group them, or take CSV.");
        assertThat(prepare(million, query().where(Filter.of("n", FilterOperator.LESS_THAN, "10")), ExportFormat.XLSX))
                .isNotNull();
    }

    @Test
    void breaksOffWhenTheStreamFails() {
        var broken = new OutputStream() {
            private int left = 10_000;

            @Override
            public void write(int b) throws IOException {
                if (left-- <= 0) {
                    throw new IOException("The peer is gone");
                }
            }
        };
        var many = TABLES.create("many", "SELECT range AS n FROM range(100000)");

        assertThatThrownBy(() -> prepare(many, query(), ExportFormat.CSV).writeTo(broken))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> prepare(many, query(), ExportFormat.XLSX).writeTo(broken))
                .isInstanceOf(UncheckedIOException.class);
    }

    private Export prepare(StoredTable table, Query query, ExportFormat format) {
        var target = new QueryTarget(new UUID(1, 1), table);
        return OrganizationScope.call(OrganizationId.next(), () -> exports.prepare(target, query, format));
    }

    private static Query query() {
        return Query.of(new UUID(1, 1), "mixed");
    }

    private static String entry(Path file, String name) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
