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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lines of a CSV file look like: delimiters, quotes, encodings, headers. */
class CsvFormTest {
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
    void leavesOutAnUnnamedColumnWithoutValues() {
        ImportedFile file = fixture.load("trailing.csv", "a,b,\n1,2,\n3,4,\n");

        assertThat(types(file)).isEqualTo("a:integer b:integer");
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
