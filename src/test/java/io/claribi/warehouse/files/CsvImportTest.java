package io.claribi.warehouse.files;

import static io.claribi.warehouse.WarehouseFixture.types;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.ColumnType;
import io.claribi.warehouse.FileOptions;
import io.claribi.warehouse.ImportedFile;
import io.claribi.warehouse.RejectedCell;
import io.claribi.warehouse.Warehouse;
import io.claribi.warehouse.WarehouseFixture;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvImportTest {
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
        ImportedFile file = fixture.load("sales.csv", """
                id,price,paid,day,at,opens,note
                1,1.5,true,2024-01-31,2024-01-31 10:20:30,08:30:00,"a ""quoted"" word, and
                a line"
                2,,false,,,,
                """);

        assertThat(types(file))
                .isEqualTo("id:integer price:decimal paid:boolean day:date at:timestamp opens:time note:text");
        assertThat(fixture.rows(file))
                .containsExactly(
                        asList(
                                1L,
                                1.5,
                                true,
                                LocalDate.of(2024, 1, 31),
                                Instant.parse("2024-01-31T10:20:30Z"),
                                LocalTime.of(8, 30),
                                "a \"quoted\" word, and\na line"),
                        asList(2L, null, false, null, null, null, null));
        assertThat(file.tables().getFirst().rejectedCells()).isZero();
        assertThat(file.tables().getFirst().table().name()).isEqualTo("sales");
    }

    @Test
    void reportsTheCellsItCouldNotRead() {
        var text = new StringBuilder("id,amount\n");
        for (int i = 1; i <= 100; i++) {
            text.append(i).append(',').append(i == 50 ? "oops" : i * 2).append('\n');
        }

        ImportedFile file = fixture.load("amounts.csv", text.toString());

        var table = file.tables().getFirst();
        assertThat(table.table().rows()).isEqualTo(100);
        assertThat(table.rejectedCells()).isEqualTo(1);
        assertThat(table.rejects()).containsExactly(new RejectedCell(51, "amount", "oops", "not a whole number"));
        assertThat(fixture.rows(file).get(49)).containsExactly(50L, null);
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void findsOutTheDelimiter(char delimiter) {
        String text = "name,city,age\nAnn,Oslo,30\nBob,\"Paris\",41\n".replace(',', delimiter);

        ImportedFile file = fixture.load("people.csv", text);

        assertThat(types(file)).isEqualTo("name:text city:text age:integer");
        assertThat(fixture.rows(file)).containsExactly(asList("Ann", "Oslo", 30L), asList("Bob", "Paris", 41L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-8", "UTF-16"})
    void findsOutTheEncoding(String charset) {
        byte[] content = "naïve,café\n1,Zürich €\n".getBytes(Charset.forName(charset));

        ImportedFile file = fixture.load("places.csv", content, FileOptions.NONE);

        assertThat(types(file)).isEqualTo("naïve:integer café:text");
        assertThat(fixture.rows(file)).containsExactly(asList(1L, "Zürich €"));
    }

    @Test
    void leavesOutTheByteOrderMark() {
        ImportedFile file = fixture.load("mark.csv", "\uFEFFid,name\n1,x\n");

        assertThat(types(file)).isEqualTo("id:integer name:text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void knowsEveryLineEnd(String end) {
        ImportedFile file = fixture.load("ends.csv", String.join(end, "a,b", "1,x", "2,y", ""));

        assertThat(fixture.rows(file)).containsExactly(asList(1L, "x"), asList(2L, "y"));
    }

    /** A column's cells, the type it becomes, and its values as text. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00123 00456 789       | text      | 00123 00456 789",
                "1 2 -3                | integer   | 1 2 -3",
                "+1 2 3                | decimal   | 1.0 2.0 3.0",
                "1 2.5 3               | decimal   | 1.0 2.5 3.0",
                "1e3 2 3               | decimal   | 1000.0 2.0 3.0",
                "12345678901234567890 1| text      | 12345678901234567890 1",
                "2024_01 2024_02       | text      | 2024_01 2024_02",
                "0x1F 0x20             | text      | 0x1F 0x20",
                "inf 1.5               | text      | inf 1.5",
                "true False yes        | boolean   | true false true",
                "1 0 1                 | integer   | 1 0 1",
                "2024-01-31 2023-12-01 | date      | 2024-01-31 2023-12-01",
                "31/12/2023 01/02/2024 | date      | 2023-12-31 2024-02-01",
                "12/31/2023 01/02/2024 | date      | 2023-12-31 2024-01-02",
                "01/02/2024 03/04/2024 | date      | 2024-01-02 2024-03-04",
                "31.12.2023 1.2.2024   | date      | 2023-12-31 2024-02-01",
                "2024/01/31 2024/02/01 | date      | 2024-01-31 2024-02-01",
                "12/31/99 1/2/24       | date      | 1999-12-31 2024-01-02",
                "5-Jan-2024 6-Feb-2024 | date      | 2024-01-05 2024-02-06",
                "2024-01-31T10:00:00Z 2024-01-31T10:00:00+02:00 | timestamp | 2024-01-31T10:00:00Z 2024-01-31T08:00:00Z",
                "2024-01-31T10:00:00.5 2024-01-31 | timestamp | 2024-01-31T10:00:00.500Z 2024-01-31T00:00:00Z",
                "10:00 23:59:59        | time      | 10:00 23:59:59",
                "24:00 25:00           | text      | 24:00 25:00",
                "NA 5 n/a              | integer   | null 5 null",
                "- 1.5 null            | decimal   | null 1.5 null",
                "NA n/a                | text      | NA n/a",
                "12% 12.3% -1%         | decimal   | 0.12 0.123 -0.01",
                "12% 13                | text      | 12% 13",
                "(100) 25 0            | decimal   | -100.0 25.0 0.0",
                "(1.5) -2 +3           | decimal   | -1.5 -2.0 3.0",
                "$1.50 $20 -$3         | decimal   | 1.5 20.0 -3.0",
                "$-3 ($4) 0            | decimal   | -3.0 -4.0 0.0",
                "€5 7€ 0.5€            | decimal   | 5.0 7.0 0.5",
                "$5 €5                 | text      | $5 €5",
                "1'234.5 2'000'000 7   | decimal   | 1234.5 2000000.0 7.0",
                "(555) 12-34           | text      | (555) 12-34",
                "1.2.3 4.5.6           | text      | 1.2.3 4.5.6",
                "1.2.23 14.5.06        | date      | 2023-02-01 2006-05-14",
                "#DIV/0! 5 #REF!       | integer   | null 5 null"
            })
    void tellsTheTypeOfAColumn(String cells, String type, String values) {
        ImportedFile file = fixture.load("column.csv", "id,v\n" + "9," + String.join("\n9,", cells.split(" ")) + "\n");

        assertThat(types(file)).isEqualTo("id:integer v:" + type);
        assertThat(fixture.rows(file).stream().map(row -> String.valueOf(row.get(1))))
                .containsExactly(values.split(" "));
    }

    @Test
    void readsCommasInNumbersAsTheRestOfTheFileSuggests() {
        ImportedFile grouped = fixture.load("us.csv", "v,w\n\"1,234.5\",a\n\"12,345,678\",b\n");
        ImportedFile continental = fixture.load("de.csv", "v;w\n1.234,5;a\n0,25;b\n");

        assertThat(fixture.rows(grouped)).containsExactly(asList(1234.5, "a"), asList(12345678.0, "b"));
        assertThat(fixture.rows(continental)).containsExactly(asList(1234.5, "a"), asList(0.25, "b"));
    }

    @Test
    void readsGroupsOfDigitsAsTheyAreWrittenElsewhere() {
        ImportedFile india = fixture.load("in.csv", "v,w\n\"12,34,567.5\",a\n\"1,000\",b\n");
        ImportedFile france = fixture.load("fr.csv", "v;w\n1 234,5;a\n12\u202F345\u202F678;b\n");
        ImportedFile euros = fixture.load("de.csv", "v;w\n1.234,50 €;12,5%\n-7 €;1.234,5 %\n");
        ImportedFile accounts = fixture.load("us.csv", "v,w\n\"(1,234.50)\",a\n\"$ 2,000.00\",b\n");

        assertThat(fixture.rows(india)).containsExactly(asList(1234567.5, "a"), asList(1000.0, "b"));
        assertThat(fixture.rows(france)).containsExactly(asList(1234.5, "a"), asList(12345678.0, "b"));
        assertThat(fixture.rows(euros)).containsExactly(asList(1234.5, 0.125), asList(-7.0, 12.345));
        assertThat(fixture.rows(accounts)).containsExactly(asList(-1234.5, "a"), asList(2000.0, "b"));
    }

    @Test
    void readsAmbiguousDatesOfASemicolonFileDayFirst() {
        ImportedFile file = fixture.load("de.csv", "d;w\n01/02/2024;a\n03/04/2024;b\n");

        assertThat(fixture.rows(file))
                .extracting(row -> row.get(0))
                .containsExactly(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 4, 3));
    }

    @Test
    void readsDatesWithNamesOfMonths() {
        ImportedFile file =
                fixture.load("stocks.csv", "symbol,date,price\nMSFT,Jan 1 2000,39.81\nMSFT,Feb 1 2000,36.35\n");

        assertThat(types(file)).isEqualTo("symbol:text date:date price:decimal");
        assertThat(fixture.rows(file).getLast().get(1)).isEqualTo(LocalDate.of(2000, 2, 1));
    }

    @Test
    void keepsRowsThatLackFieldsAndReportsFieldsThatAreTooMany() {
        ImportedFile file = fixture.load("odd.csv", "a,b,c\n1,2,3\n4,5\n6,7,8,nine\n10,11,12,\n");

        var table = file.tables().getFirst();
        assertThat(fixture.rows(file))
                .containsExactly(asList(1L, 2L, 3L), asList(4L, 5L, null), asList(6L, 7L, 8L), asList(10L, 11L, 12L));
        assertThat(table.rejectedCells()).isEqualTo(1);
        assertThat(table.rejects())
                .containsExactly(
                        new RejectedCell(3, "", "4 5", "has 2 of 3 fields"),
                        new RejectedCell(4, "", "nine", "field 4 of 3"));
    }

    @Test
    void makesNamesUniqueAndFillsEmptyOnes() {
        ImportedFile file =
                fixture.load("names.csv", "id,ID,,name,name,\"two\nlines\"," + "x".repeat(300) + "\n1,2,3,a,b,c,d\n");

        assertThat(file.tables().getFirst().table().columns())
                .extracting(Column::name)
                .containsExactly("id", "ID_2", "column_3", "name", "name_2", "two lines", "x".repeat(120));
    }

    @Test
    void takesTheFirstRowForDataWhenItLooksLikeData() {
        ImportedFile file = fixture.load("bare.csv", "1,2.5,x\n2,3.5,y\n");

        assertThat(types(file)).isEqualTo("column_1:integer column_2:decimal column_3:text");
        assertThat(file.tables().getFirst().table().rows()).isEqualTo(2);
    }

    @Test
    void followsWhatIsSaidAboutTheHeader() {
        byte[] content = "a,b\nc,d\n".getBytes(StandardCharsets.UTF_8);

        ImportedFile without = fixture.load("h.csv", content, new FileOptions(false, null, null));
        ImportedFile with = fixture.load("h.csv", content, new FileOptions(true, null, null));

        assertThat(fixture.rows(without)).containsExactly(asList("a", "b"), asList("c", "d"));
        assertThat(fixture.rows(with)).containsExactly(asList("c", "d"));
        assertThat(types(with)).isEqualTo("a:text b:text");
    }

    @Test
    void followsWhatIsSaidAboutDelimiterAndEncoding() {
        byte[] content = "a;b,c\n1;\u00e9,2\n".getBytes(StandardCharsets.ISO_8859_1);

        ImportedFile file = fixture.load("o.csv", content, new FileOptions(true, ',', FileOptions.Encoding.LATIN_1));

        assertThat(types(file)).isEqualTo("a;b:text c:integer");
        assertThat(fixture.rows(file)).containsExactly(asList("1;\u00e9", 2L));
    }

    @Test
    void findsYearsInAHeader() {
        ImportedFile file = fixture.load("gdp.csv", "country,2019,2020\nNorway,404.9,367.6\nChile,278.6,254.3\n");

        assertThat(types(file)).isEqualTo("country:text 2019:decimal 2020:decimal");
    }

    @Test
    void setsLinesAboveTheTableAside() {
        ImportedFile file = fixture.load("report.csv", "Sales report\n\nid,amount\n1,10\n2,20\n3,30\n");

        assertThat(types(file)).isEqualTo("id:integer amount:integer");
        assertThat(file.tables().getFirst().table().rows()).isEqualTo(3);
        assertThat(file.tables().getFirst().rejects())
                .containsExactly(new RejectedCell(1, "", "Sales report", "stands above the table"));
    }

    @Test
    void refusesAQuoteThatTakesInAllTheRowsBelow() {
        assertThatThrownBy(() -> fixture.load("quote.csv", "a,b\n1,x\n2,\"y\n3,z\n"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("row 3, column 2");
        assertThat(fixture.filesLeft()).isEmpty();
    }

    @Test
    void keepsTheLastValueWhoseQuoteIsNotClosed() {
        ImportedFile file = fixture.load("quote.csv", "a,b\n1,x\n2,\"y");

        assertThat(fixture.rows(file)).containsExactly(asList(1L, "x"), asList(2L, "y"));
        assertThat(file.tables().getFirst().rejects())
                .containsExactly(new RejectedCell(3, "", "", "a quote is opened in this row and never closed"));
    }

    @Test
    void keepsUtf8InWhichAFewBytesAreDamaged() {
        byte[] content =
                ("name,city\n" + "Jürgen,Zürich\n".repeat(20) + "Ren#,Köln\n").getBytes(StandardCharsets.UTF_8);
        content[new String(content, StandardCharsets.ISO_8859_1).indexOf('#')] = (byte) 0xE9;

        ImportedFile file = fixture.load("damaged.csv", content, FileOptions.NONE);

        assertThat(fixture.rows(file)).contains(asList("Jürgen", "Zürich"), asList("Ren\uFFFD", "Köln"));
        assertThat(file.tables().getFirst().rejects())
                .containsExactly(new RejectedCell(22, "", "Ren\uFFFD", "holds bytes that are no letters in UTF-8"));
    }

    @Test
    void takesMarksThatTurnTextOutOfNames() {
        ImportedFile file = fixture.load("turned.csv", "id,\u202Eemoc\u202Cni\n1,2\n");

        assertThat(types(file)).isEqualTo("id:integer emoc ni:integer");
    }

    @Test
    void readsASingleColumn() {
        ImportedFile file = fixture.load("one.csv", "n\n1\n\n3\n");

        assertThat(fixture.rows(file)).containsExactly(List.of(1L), asList((Object) null), List.of(3L));
    }

    @Test
    void leavesOutAnUnnamedColumnWithoutValues() {
        ImportedFile file = fixture.load("trailing.csv", "a,b,\n1,2,\n3,4,\n");

        assertThat(types(file)).isEqualTo("a:integer b:integer");
    }

    @Test
    void changesItsMindAboutATypeWhenLaterRowsNeedIt() {
        var text = new StringBuilder("id,code,amount,day\n");
        for (int i = 0; i < 120_000; i++) {
            boolean late = i > 110_000;
            text.append(i)
                    .append(late ? ",00" : ",")
                    .append(100 + i)
                    .append(late ? ",1.5" : ",2")
                    .append(i == 119_000 ? ",someday\n" : ",2024-01-01\n");
        }

        ImportedFile file = fixture.load("late.csv", text.toString());

        var table = file.tables().getFirst();
        assertThat(types(file)).isEqualTo("id:integer code:text amount:decimal day:date");
        assertThat(table.table().rows()).isEqualTo(120_000);
        assertThat(table.rejects())
                .containsExactly(new RejectedCell(119_002, "day", "someday", "not a date of the column's form"));
        assertThat(fixture.query(
                        "SELECT code, amount FROM " + Warehouse.relation(table.table()) + " WHERE id = ?",
                        List.of(119_999L),
                        table.table()))
                .containsExactly(asList("00120099", 1.5));
    }

    @Test
    void findsOutLateThatAFileIsNotUtf8() {
        byte[] ascii = "a,b\n".concat("1,some plain text\n".repeat(100_000)).getBytes(StandardCharsets.US_ASCII);
        byte[] end = "2,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] content = Arrays.copyOf(ascii, ascii.length + end.length);
        System.arraycopy(end, 0, content, ascii.length, end.length);

        ImportedFile file = fixture.load("late.csv", content, FileOptions.NONE);

        var table = file.tables().getFirst().table();
        assertThat(table.rows()).isEqualTo(100_001);
        assertThat(fixture.query("SELECT b FROM " + Warehouse.relation(table) + " WHERE a = 2", List.of(), table))
                .containsExactly(List.of("caf\u00e9"));
    }

    /** Questionnaires are as wide as this, with few rows; the engine's planner must not be what breaks. */
    @Test
    void readsATableOfAsManyColumnsAsThereMayBe() {
        String names = IntStream.range(0, 2_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String values =
                IntStream.range(0, 2_000).mapToObj(i -> i % 2 == 0 ? "1" : "x").collect(Collectors.joining(","));

        ImportedFile file = fixture.load("wide.csv", names + "\n" + values + "\n");

        var table = file.tables().getFirst();
        assertThat(table.table().columns()).hasSize(2_000).contains(new Column("c0", ColumnType.INTEGER));
        assertThat(table.statistics()).hasSize(2_000);
        assertThat(fixture.rows(file).getFirst()).hasSize(2_000).startsWith(1L, "x");
    }

    @Test
    void readsTabSeparatedValues() {
        ImportedFile file = fixture.load("t.tsv", "a\tb\n1,5\tx\n");

        assertThat(types(file)).isEqualTo("a:decimal b:text");
    }
}
