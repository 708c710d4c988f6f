package io.claribi.warehouse.files;

import static io.claribi.warehouse.WarehouseFixture.types;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.warehouse.ImportedFile;
import io.claribi.warehouse.RejectedCell;
import io.claribi.warehouse.WarehouseFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
