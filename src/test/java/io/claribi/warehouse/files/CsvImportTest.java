package io.claribi.warehouse.files;

import static io.claribi.warehouse.WarehouseFixture.types;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.warehouse.ImportedFile;
import io.claribi.warehouse.RejectedCell;
import io.claribi.warehouse.Warehouse;
import io.claribi.warehouse.WarehouseFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the values of a CSV file become. */
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
    void readsASingleColumn() {
        ImportedFile file = fixture.load("one.csv", "n\n1\n\n3\n");

        assertThat(fixture.rows(file)).containsExactly(List.of(1L), asList((Object) null), List.of(3L));
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
}
