package io.claribi.warehouse.files;

import static io.claribi.warehouse.WarehouseError.FILE_CELL_TOO_LARGE;
import static io.claribi.warehouse.WarehouseError.FILE_EMPTY;
import static io.claribi.warehouse.WarehouseError.FILE_EXPANDS_TOO_FAR;
import static io.claribi.warehouse.WarehouseError.FILE_FORMAT_UNSUPPORTED;
import static io.claribi.warehouse.WarehouseError.FILE_NESTED_TOO_DEEP;
import static io.claribi.warehouse.WarehouseError.FILE_PROTECTED;
import static io.claribi.warehouse.WarehouseError.FILE_TOO_MANY_COLUMNS;
import static io.claribi.warehouse.WarehouseError.FILE_TOO_MANY_SHEETS;
import static io.claribi.warehouse.WarehouseError.FILE_TYPE_MISMATCH;
import static io.claribi.warehouse.WarehouseError.FILE_UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claribi.kernel.AppException;
import io.claribi.kernel.ErrorCategory;
import io.claribi.tenancy.OrganizationFolder.Kind;
import io.claribi.warehouse.FileOptions;
import io.claribi.warehouse.ImportLimits;
import io.claribi.warehouse.ImportObserver;
import io.claribi.warehouse.WarehouseError;
import io.claribi.warehouse.WarehouseFixture;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every one of these is refused with a code of its own, and nothing of it stays in the organization's folder. */
class HostileFileTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path directory;

    private WarehouseFixture fixture;

    @BeforeEach
    void open() {
        fixture = new WarehouseFixture(directory);
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(fixture.filesLeft()).isEmpty();
        fixture.close();
    }

    static Stream<Arguments> small() {
        String manyColumns = IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String deep = "[{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}]";
        return Stream.of(
                file("empty.csv", FILE_EMPTY, ""),
                file("blank.csv", FILE_EMPTY, "\n\n\n"),
                file("blanks.csv", FILE_EMPTY, " \n\t\n   \n"),
                file("header.csv", FILE_EMPTY, "id,name\n"),
                file("quote.csv", FILE_UNREADABLE, "a,b\n1,\"x\n2,y\n3,z\n"),
                file("mark.csv", FILE_EMPTY, "\uFEFF"),
                file("report.csv", FILE_TYPE_MISMATCH, "%PDF-1.7\n1 0 obj\n"),
                file("archive.csv", FILE_TYPE_MISMATCH, "PK\u0003\u0004abc"),
                file("page.csv", FILE_TYPE_MISMATCH, " <!DOCTYPE html><html><body>log in</body></html>"),
                file("page.xlsx", FILE_TYPE_MISMATCH, "<html><table><tr><td>1</td></tr></table></html>"),
                file("text.xlsx", FILE_TYPE_MISMATCH, "a,b\n1,2\n"),
                file("text.parquet", FILE_TYPE_MISMATCH, "a,b\n1,2\n"),
                file("binary.csv", FILE_TYPE_MISMATCH, "a,b\n\0\0\0,1\n"),
                file("binary.json", FILE_TYPE_MISMATCH, "[{\"a\":\"\0\"}]"),
                file("wide.csv", FILE_TOO_MANY_COLUMNS, manyColumns + "\n" + manyColumns + "\n"),
                file("wide.json", FILE_TOO_MANY_COLUMNS, "[{\"" + manyColumns.replace(",", "\":1,\"") + "\":1}]"),
                file("empty.json", FILE_EMPTY, "[]"),
                file("rows.json", FILE_EMPTY, "[{},{}]"),
                file("deep.json", FILE_NESTED_TOO_DEEP, deep),
                file("numbers.json", FILE_UNREADABLE, "[1, 2, 3]"),
                file("arrays.json", FILE_UNREADABLE, "[[1], [2]]"),
                file("mixed.json", FILE_UNREADABLE, "[{\"a\": 1}, 2]"),
                file("cut.json", FILE_UNREADABLE, "[{\"a\": 1}, {\"a\""),
                file("words.json", FILE_UNREADABLE, "hello"),
                file("envelope.json", FILE_EMPTY, "{\"data\": [{}, {}]}"),
                file("cut envelope.json", FILE_UNREADABLE, "{\"data\": [{\"a\": 1}, "),
                file("tables.json", FILE_TOO_MANY_SHEETS, "{" + "\"a\":[{\"b\":1}],".repeat(101) + "\"c\":1}"),
                file("deep envelope.json", FILE_NESTED_TOO_DEEP, "{\"data\": " + deep + "}"),
                file("two.json", FILE_UNREADABLE, "[{\"a\": 1}] [{\"a\": 2}]"),
                file("broken.jsonl", FILE_UNREADABLE, "{\"a\": 1}\n{a: 2}\n"),
                file("long.json", FILE_CELL_TOO_LARGE, "[{\"a\": \"" + "x".repeat(2 * MEGABYTE) + "\"}]"),
                file("number.json", FILE_CELL_TOO_LARGE, "[{\"a\": " + "1".repeat(5_000) + "}]"),
                file("name.json", FILE_CELL_TOO_LARGE, "[{\"" + "n".repeat(5_000) + "\": 1}]"),
                file("picture.gif", FILE_FORMAT_UNSUPPORTED, "GIF89a"),
                file("noextension", FILE_FORMAT_UNSUPPORTED, "a,b\n1,2\n"));
    }

    private static Arguments file(String name, WarehouseError code, String content) {
        return Arguments.of(name, code, content);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void small(String name, WarehouseError code, String content) {
        byte[] bytes = name.startsWith("archive") || name.startsWith("binary")
                ? content.getBytes(StandardCharsets.ISO_8859_1)
                : content.getBytes(StandardCharsets.UTF_8);

        refuses(name, bytes, code);
    }

    @Test
    void refusesACellOfAHundredMegabytes() throws IOException {
        Path upload = fixture.folder.folder(Kind.UPLOADS).resolve("cell.csv");
        try (OutputStream out = Files.newOutputStream(upload)) {
            out.write("a,b\n1,\"".getBytes(StandardCharsets.UTF_8));
            var megabyte = new byte[MEGABYTE];
            Arrays.fill(megabyte, (byte) 'x');
            for (int i = 0; i < 100; i++) {
                out.write(megabyte);
            }
            out.write("\"\n2,y\n".getBytes(StandardCharsets.UTF_8));
        }

        refuses(upload, FILE_CELL_TOO_LARGE);
    }

    @Test
    void refusesParquetWhoseValuesAreTooLongAndSaysWhere() throws SQLException {
        Path upload = parquet("SELECT i AS id, repeat('x', 400_000 * i) AS text FROM range(5) t(i)");

        AppException refusal = refuses(upload, FILE_CELL_TOO_LARGE);

        assertThat(refusal.message()).contains("row 4 of the column text");
    }

    /** A dictionary says each text once, so that a few kB stand for gigabytes. */
    @Test
    void refusesParquetThatExpandsWithoutEnd() throws SQLException, IOException {
        Path upload = parquet("SELECT repeat('x', 1_000_000) AS text FROM range(100)");
        var limits = new ImportLimits(10, 1_000, 1, MEGABYTE, MEGABYTE, 64L * MEGABYTE, 200, 10);

        AppException refusal = catchThrowableOfType(
                AppException.class,
                () -> fixture.files.importFile(
                        fixture.folder, upload, "t.parquet", FileOptions.NONE, limits, ImportObserver.NONE));

        assertThat(Files.size(upload)).isLessThan(MEGABYTE);
        assertThat(refusal.code()).isEqualTo(FILE_EXPANDS_TOO_FAR);
    }

    @Test
    void refusesAWorkbookOfTooManyColumnsInAllItsSheets() {
        String row = "<row>" + "<c><v>1</v></c>".repeat(1_900) + "</row>";

        refuses(
                "sheets.xlsx",
                new WorkbookBuilder()
                        .sheet("a", row)
                        .sheet("b", row)
                        .sheet("c", row)
                        .build(),
                FILE_TOO_MANY_COLUMNS);
    }

    @Test
    void refusesALineOfAHundredMegabytesWithoutAnyEnd() throws IOException {
        Path upload = fixture.folder.folder(Kind.UPLOADS).resolve("line.csv");
        try (OutputStream out = Files.newOutputStream(upload)) {
            var megabyte = new byte[MEGABYTE];
            Arrays.fill(megabyte, (byte) 'x');
            for (int i = 0; i < 100; i++) {
                out.write(megabyte);
            }
        }

        refuses(upload, FILE_CELL_TOO_LARGE);
    }

    @Test
    void refusesTruncatedAndDamagedParquet() throws SQLException, IOException {
        Path whole = directory.resolve("whole.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (SELECT i, 'text ' || i AS t FROM range(100000) r(i)) TO '%s'".formatted(whole));
        }
        byte[] bytes = Files.readAllBytes(whole);
        byte[] damaged = bytes.clone();
        new Random(1).ints(2_000, 100, bytes.length - 8).forEach(i -> damaged[i] ^= 0x5A);

        refuses("truncated.parquet", Arrays.copyOf(bytes, bytes.length / 2), FILE_UNREADABLE);
        refuses("damaged.parquet", damaged, FILE_UNREADABLE);
        refuses("magic.parquet", "PAR1PAR1".getBytes(StandardCharsets.US_ASCII), FILE_UNREADABLE);
    }

    @Test
    void refusesAnEncryptedWorkbook() {
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};

        refuses("secret.xlsx", ole, FILE_PROTECTED);
    }

    @Test
    void refusesAZipThatIsNoWorkbook() {
        refuses("other.xlsx", new WorkbookBuilder().without("xl/workbook.xml").build(), FILE_UNREADABLE);
        refuses("cut.xlsx", Arrays.copyOf(new WorkbookBuilder().rows("").build(), 300), FILE_UNREADABLE);
        refuses("empty.xlsx", new WorkbookBuilder().rows("").build(), FILE_EMPTY);
    }

    @Test
    void refusesAWorkbookThatExpandsWithoutEnd() {
        byte[] bomb = new WorkbookBuilder()
                .rows("<row><c><v>1</v></c></row>".repeat(6_000_000))
                .build();

        refuses("bomb.xlsx", bomb, FILE_EXPANDS_TOO_FAR);
    }

    @Test
    void refusesAWorkbookOfCountlessParts() {
        var builder = new WorkbookBuilder().rows("<row><c><v>1</v></c></row>");
        for (int i = 0; i < 20_000; i++) {
            builder.part("xl/media/" + i, "");
        }

        refuses("parts.xlsx", builder.build(), FILE_EXPANDS_TOO_FAR);
    }

    @Test
    void refusesEntitiesInAWorkbook() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.txt"), "planted-secret");
        String laughs = """
                <?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
                <worksheet><sheetData><row><c t="str"><v>x</v></c></row><row><c t="str"><v>&d;</v></c></row></sheetData></worksheet>""";
        String external = """
                <?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "%s">]>
                <worksheet><sheetData><row><c t="str"><v>x</v></c></row><row><c t="str"><v>&x;</v></c></row></sheetData></worksheet>""".formatted(secret.toUri());

        refuses("laughs.xlsx", sheet(laughs), FILE_UNREADABLE);
        refuses("external.xlsx", sheet(external), FILE_UNREADABLE);
    }

    @Test
    void refusesAWorkbookWithHugeValuesOrManyColumns() {
        String text = "x".repeat(2 * MEGABYTE);
        String columns = IntStream.range(0, 3_000)
                .mapToObj(i -> "<c t=\"str\"><v>c" + i + "</v></c>")
                .collect(Collectors.joining());

        refuses(
                "inline.xlsx",
                book("<row><c t=\"inlineStr\"><is><t>" + text + "</t></is></c></row>"),
                FILE_CELL_TOO_LARGE);
        refuses("attribute.xlsx", book("<row foo=\"" + text + "\"><c><v>1</v></c></row>"), FILE_CELL_TOO_LARGE);
        refuses(
                "pieces.xlsx",
                book("<row><c t=\"inlineStr\"><is>" + ("<t>" + "y".repeat(100_000) + "</t>").repeat(30)
                        + "</is></c></row>"),
                FILE_CELL_TOO_LARGE);
        refuses("wide.xlsx", book("<row>" + columns + "</row><row>" + columns + "</row>"), FILE_TOO_MANY_COLUMNS);
        refuses("far.xlsx", book("<row><c r=\"ZZZ1\"><v>1</v></c></row>"), FILE_TOO_MANY_COLUMNS);
        refuses("nowhere.xlsx", book("<row><c r=\"ZZZZZZZ1\"><v>1</v></c></row>"), FILE_UNREADABLE);
        refuses("dangling.xlsx", book("<row><c t=\"s\"><v>77</v></c></row>"), FILE_UNREADABLE);
        refuses("unclosed.xlsx", sheet("<worksheet><sheetData><row><c><v>1"), FILE_UNREADABLE);
    }

    @Test
    void refusesAWorkbookOfCountlessSheets() {
        String sheets = IntStream.range(0, 500)
                .mapToObj(i -> "<sheet name=\"s" + i + "\" r:id=\"s1\"/>")
                .collect(Collectors.joining());
        byte[] workbook = new WorkbookBuilder()
                .part("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets>" + sheets + "</sheets></workbook>")
                .rows("<row><c><v>1</v></c></row>")
                .build();

        refuses("sheets.xlsx", workbook, FILE_TOO_MANY_SHEETS);
    }

    private static byte[] book(String rows) {
        return new WorkbookBuilder().rows(rows).build();
    }

    private static byte[] sheet(String xml) {
        return new WorkbookBuilder().part("xl/worksheets/sheet1.xml", xml).build();
    }

    private void refuses(String name, byte[] content, WarehouseError code) {
        refuses(fixture.upload(name, content), code);
    }

    private Path parquet(String select) throws SQLException {
        Path file = fixture.folder.folder(Kind.UPLOADS).resolve("table.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd)".formatted(select, file));
        }
        return file;
    }

    private AppException refuses(Path upload, WarehouseError code) {
        var refusal = catchThrowableOfType(AppException.class, () -> fixture.load(upload, FileOptions.NONE));

        assertThat(refusal).as(upload.getFileName().toString()).isNotNull();
        assertThat(refusal.code()).as(refusal.message()).isEqualTo(code);
        assertThat(refusal.code().category())
                .isEqualTo(
                        code == FILE_FORMAT_UNSUPPORTED
                                ? ErrorCategory.UNSUPPORTED_MEDIA
                                : ErrorCategory.UNPROCESSABLE);
        assertThat(refusal.message()).endsWith(".").doesNotContain(directory.toString(), "DuckDB", "planted-secret");
        assertThat(fixture.filesLeft()).isEmpty();
        return refusal;
    }
}
