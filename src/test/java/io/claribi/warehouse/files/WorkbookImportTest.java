package io.claribi.warehouse.files;

import static io.claribi.warehouse.WarehouseFixture.types;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.warehouse.FileOptions;
import io.claribi.warehouse.ImportedFile;
import io.claribi.warehouse.RejectedCell;
import io.claribi.warehouse.WarehouseFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookImportTest {
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
    void readsEveryTypeOfValue() {
        byte[] workbook = workbook(book -> {
            Worksheet sheet = book.newWorksheet("Sales");
            head(sheet, "id", "price", "paid", "day", "at", "opens", "code");
            sheet.value(1, 0, 7);
            sheet.value(1, 1, 0.1 + 0.2);
            sheet.value(1, 2, true);
            sheet.value(1, 3, LocalDate.of(2024, 2, 29));
            sheet.style(1, 3).format("dd.mm.yyyy").set();
            sheet.value(1, 4, LocalDateTime.of(2024, 2, 29, 10, 20, 30));
            sheet.style(1, 4).format("yyyy-mm-dd hh:mm:ss").set();
            sheet.value(1, 5, 0.5);
            sheet.style(1, 5).format("[$-409]h:mm AM/PM;@").set();
            sheet.value(1, 6, "00123");
            sheet.value(2, 0, 8);
        });

        ImportedFile file = fixture.load("sales.xlsx", workbook, FileOptions.NONE);

        assertThat(types(file))
                .isEqualTo("id:integer price:decimal paid:boolean day:date at:timestamp opens:time code:text");
        assertThat(fixture.rows(file))
                .containsExactly(
                        asList(
                                7L,
                                0.1 + 0.2,
                                true,
                                LocalDate.of(2024, 2, 29),
                                Instant.parse("2024-02-29T10:20:30Z"),
                                LocalTime.NOON,
                                "00123"),
                        asList(8L, null, null, null, null, null, null));
    }

    @Test
    void makesATableOfEverySheetThatHoldsRows() {
        byte[] workbook = workbook(book -> {
            Worksheet first = book.newWorksheet("First");
            head(first, "a");
            first.value(1, 0, 1);
            book.newWorksheet("Nothing");
            head(book.newWorksheet("Only a header"), "x", "y");
            Worksheet last = book.newWorksheet("Last one");
            head(last, "b");
            last.value(1, 0, "text");
        });

        ImportedFile file = fixture.load("two.xlsx", workbook, FileOptions.NONE);

        assertThat(file.tables()).extracting(table -> table.table().name()).containsExactly("First", "Last one");
        assertThat(fixture.rows(file.tables().getLast().table())).containsExactly(List.of("text"));
    }

    @Test
    void findsATableThatStandsBelowATitleAndToTheRight() {
        byte[] workbook = workbook(book -> {
            Worksheet sheet = book.newWorksheet("Report");
            sheet.value(0, 0, "Quarterly report");
            sheet.value(3, 2, "region");
            sheet.value(3, 3, "amount");
            for (int i = 0; i < 5; i++) {
                sheet.value(4 + i, 2, "r" + i);
                sheet.value(4 + i, 3, i);
            }
        });

        ImportedFile file = fixture.load("report.xlsx", workbook, FileOptions.NONE);

        assertThat(types(file)).isEqualTo("region:text amount:integer");
        assertThat(file.tables().getFirst().table().rows()).isEqualTo(5);
        assertThat(file.tables().getFirst().rejects())
                .containsExactly(new RejectedCell(1, "", "Quarterly report", "stands above the table"));
    }

    @Test
    void reportsErrorsInCellsByTheRowOfTheSheet() {
        var rows = new StringBuilder("<row r=\"1\"><c t=\"inlineStr\"><is><t>n</t></is></c></row>");
        for (int i = 2; i <= 60; i++) {
            rows.append(i == 30 ? "<row r=\"30\"><c r=\"A30\" t=\"e\"><v>#DIV/0!</v></c></row>" : row(i));
        }

        ImportedFile file = fixture.load(
                "errors.xlsx", new WorkbookBuilder().rows(rows.toString()).build(), FileOptions.NONE);

        assertThat(types(file)).isEqualTo("n:integer");
        assertThat(file.tables().getFirst().rejects())
                .containsExactly(new RejectedCell(30, "n", "#DIV/0!", "not a whole number"));
    }

    @Test
    void joinsTheRunsOfATextAndLeavesOutHowItIsSpoken() {
        byte[] workbook = new WorkbookBuilder()
                .part("xl/sharedStrings.xml", """
                        <sst><si><t>name</t></si><si><r><t>To</t></r><r><rPr/><t xml:space="preserve">kyo &amp; </t></r>\
                        <r><t><![CDATA[<x>]]></t></r><rPh><t>toukyou</t></rPh></si></sst>""")
                .rows("<row><c t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>1</v></c></row>")
                .build();

        ImportedFile file = fixture.load("runs.xlsx", workbook, new FileOptions(true, null, null));

        assertThat(fixture.rows(file)).containsExactly(List.of("Tokyo & <x>"));
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookDoes() {
        byte[] workbook = new WorkbookBuilder()
                .part("xl/workbook.xml", """
                        <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/>
                        <sheets><sheet name="Data" sheetId="1" r:id="s1"/></sheets></workbook>""")
                .part("xl/_rels/workbook.xml.rels", """
                        <Relationships><Relationship Id="s1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
                        <Relationship Id="y" Type="x/styles" Target="/xl/styles.xml"/></Relationships>""")
                .part(
                        "xl/styles.xml",
                        "<styleSheet><cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>")
                .rows(
                        "<row><c t=\"str\"><v>day</v></c></row><row><c s=\"1\"><v>0</v></c></row><row><c s=\"1\"><v>366</v></c></row>")
                .build();

        ImportedFile file = fixture.load("mac.xlsx", workbook, FileOptions.NONE);

        assertThat(fixture.rows(file))
                .containsExactly(List.of(LocalDate.of(1904, 1, 1)), List.of(LocalDate.of(1905, 1, 1)));
    }

    @Test
    void readsAHundredThousandRows() {
        byte[] workbook = workbook(book -> {
            Worksheet sheet = book.newWorksheet("Big");
            head(sheet, "id", "name", "amount");
            for (int i = 1; i <= 100_000; i++) {
                sheet.value(i, 0, i);
                sheet.value(i, 1, "name " + i % 500);
                sheet.value(i, 2, i / 4.0);
            }
        });

        ImportedFile file = fixture.load("big.xlsx", workbook, FileOptions.NONE);

        assertThat(types(file)).isEqualTo("id:integer name:text amount:decimal");
        assertThat(file.tables().getFirst().table().rows()).isEqualTo(100_000);
    }

    private static String row(int number) {
        return "<row r=\"%1$d\"><c r=\"A%1$d\"><v>%1$d</v></c></row>".formatted(number);
    }

    private static void head(Worksheet sheet, String... names) {
        for (int i = 0; i < names.length; i++) {
            sheet.value(0, i, names[i]);
        }
    }

    private static byte[] workbook(Consumer<Workbook> content) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            content.accept(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void makesNoWordsOfNumbersForTheErrorsOfFormulas() {
        ImportedFile file =
                fixture.load("errors.xlsx", new WorkbookBuilder().rows("""
                        <row><c t="str"><v>share</v></c></row>
                        <row><c t="e"><v>#DIV/0!</v></c></row>
                        <row><c><v>0.5</v></c></row>
                        """).build(), FileOptions.NONE);

        assertThat(types(file)).isEqualTo("share:decimal");
        assertThat(fixture.rows(file)).containsExactly(asList((Object) null), asList((Object) 0.5));
        assertThat(file.tables().getFirst().rejects())
                .containsExactly(new RejectedCell(2, "share", "#DIV/0!", "not a number"));
    }

    @Test
    void tellsSheetsApartThatAreCalledTheSame() {
        String rows = "<row><c t=\"str\"><v>a</v></c></row><row><c><v>1</v></c></row>";

        ImportedFile file = fixture.load(
                "twins.xlsx",
                new WorkbookBuilder()
                        .sheet("Data", rows)
                        .sheet("Data ", rows)
                        .sheet("data", rows)
                        .sheet(" ", rows)
                        .build(),
                FileOptions.NONE);

        assertThat(file.tables())
                .extracting(table -> table.table().name())
                .containsExactly("Data", "Data_2", "data_3", "Sheet_4");
    }
}
