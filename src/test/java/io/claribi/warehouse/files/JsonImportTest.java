package io.claribi.warehouse.files;

import static io.claribi.warehouse.WarehouseFixture.types;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.claribi.warehouse.ImportedFile;
import io.claribi.warehouse.RejectedCell;
import io.claribi.warehouse.WarehouseFixture;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonImportTest {
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
    void readsAnArrayOfObjects() {
        ImportedFile file = fixture.load("cars.json", """
                [{"name": "a, \\"b\\"\\n", "power": 130, "price": 1.5, "new": true, "year": "1970-01-01"},
                 {"name": null, "power": 165.0, "price": 2, "new": false, "year": "1971-01-01"}]""");

        assertThat(types(file)).isEqualTo("name:text power:decimal price:decimal new:boolean year:date");
        assertThat(fixture.rows(file))
                .containsExactly(
                        asList("a, \"b\"\n", 130.0, 1.5, true, LocalDate.of(1970, 1, 1)),
                        asList(null, 165.0, 2.0, false, LocalDate.of(1971, 1, 1)));
    }

    @Test
    void readsAnObjectALineWhateverTheFileIsCalled() {
        String lines = "{\"a\": 1}\n{\"a\": 2}\n\n{\"a\": 3}\n";

        ImportedFile jsonl = fixture.load("a.jsonl", lines);
        ImportedFile json = fixture.load("a.json", lines);

        assertThat(fixture.rows(jsonl)).containsExactly(List.of(1L), List.of(2L), List.of(3L));
        assertThat(fixture.rows(json)).isEqualTo(fixture.rows(jsonl));
    }

    @Test
    void flattensObjectsOnceAndKeepsTheRestAsJson() {
        ImportedFile file = fixture.load("nested.json", """
                [{"id": 1, "at": {"x": 1.5, "deep": {"a": [1, 2.50]}}, "tags": ["p", "q"], "empty": {}}]""");

        assertThat(types(file)).isEqualTo("id:integer at.x:decimal at.deep:text tags:text");
        assertThat(fixture.rows(file)).containsExactly(asList(1L, 1.5, "{\"a\":[1,2.50]}", "[\"p\",\"q\"]"));
    }

    @Test
    void givesRowsTheColumnsThatLaterRowsBring() {
        ImportedFile file = fixture.load("growing.jsonl", "{\"a\": 1}\n{\"b\": \"x\\ny\", \"a\": 2}\n{\"c\": true}\n");

        assertThat(types(file)).isEqualTo("a:integer b:text c:boolean");
        assertThat(fixture.rows(file))
                .containsExactly(asList(1L, null, null), asList(2L, "x\ny", null), asList(null, null, true));
    }

    @Test
    void keepsApartWhatOnlyLooksTheSame() {
        ImportedFile file = fixture.load("dots.json", "[{\"a.b\": 1, \"a\": {\"b\": 2}}]");

        assertThat(types(file)).isEqualTo("a.b:integer a.b_2:integer");
        assertThat(fixture.rows(file)).containsExactly(asList(1L, 2L));
    }

    @Test
    void reportsTheEntryOfAValueThatDoesNotFit() {
        var text = new StringBuilder();
        for (int i = 1; i <= 50; i++) {
            text.append(i == 7 ? "{\"n\": \"seven\"}\n" : "{\"n\": " + i + "}\n");
        }

        ImportedFile file = fixture.load("numbers.jsonl", text.toString());

        assertThat(file.tables().getFirst().rejects())
                .containsExactly(new RejectedCell(7, "n", "seven", "not a whole number"));
        assertThat(file.tables().getFirst().table().rows()).isEqualTo(50);
    }

    @Test
    void reportsWhatStandsInAnEntryTwice() {
        ImportedFile file = fixture.load("twice.json", "[{\"a\":1,\"a\":2},{\"a\":3,\"b\":{\"c\":4,\"c\":5}}]");

        assertThat(fixture.rows(file)).containsExactly(asList(2L, null), asList(3L, 5L));
        assertThat(file.tables().getFirst().rejectedCells()).isEqualTo(2);
        assertThat(file.tables().getFirst().rejects())
                .containsExactly(
                        new RejectedCell(1, "a", "1", "stands here twice; the last one counts"),
                        new RejectedCell(2, "b.c", "4", "stands here twice; the last one counts"));
    }

    @Test
    void takesTheOneArrayOfObjectsInAnObjectForTheTable() {
        ImportedFile file = fixture.load("answer.json", """
                {"count": 2, "next": null, "tags": ["a"], "data": [{"a": 1, "b": {"c": "x"}}, {"a": 2}],
                 "empty": [], "mixed": [{}, 1], "page": {"of": 1}}""");

        assertThat(file.tables()).hasSize(1);
        assertThat(file.tables().getFirst().table().name()).isEqualTo("answer");
        assertThat(types(file)).isEqualTo("a:integer b.c:text");
        assertThat(fixture.rows(file)).containsExactly(asList(1L, "x"), asList(2L, null));
        assertThat(file.tables().getFirst().rejectedCells()).isZero();
        assertThat(file.tables().getFirst().rejects())
                .extracting(RejectedCell::row, RejectedCell::column, RejectedCell::text)
                .containsExactly(
                        tuple(0L, "count", "2"),
                        tuple(0L, "next", "null"),
                        tuple(0L, "tags", "[…]"),
                        tuple(0L, "empty", "[…]"),
                        tuple(0L, "mixed", "[…]"),
                        tuple(0L, "page", "{…}"));
    }

    @Test
    void makesATableOfEachArrayOfObjects() {
        ImportedFile file = fixture.load(
                "dump.json",
                "{\"orders\": [{\"id\": 1}, {\"id\": 2}], \"customers\": [{\"name\": \"Ann\"}], \"orders\": [{\"id\": 3}],"
                        + " \"nothing\": [{}]}");

        assertThat(file.tables())
                .extracting(
                        table -> table.table().name(), table -> table.table().rows())
                .containsExactly(tuple("orders", 2L), tuple("customers", 1L), tuple("orders_2", 1L));
    }

    @Test
    void keepsOneObjectAsOneRowWhereThatIsMeant() {
        String object = "{\"id\": 1, \"lines\": [{\"a\": 1}, {\"a\": 2}]}";

        assertThat(fixture.rows(fixture.load("line.jsonl", object)))
                .containsExactly(asList(1L, "[{\"a\":1},{\"a\":2}]"));
        assertThat(fixture.rows(fixture.load("two.json", object + "\n" + object)))
                .hasSize(2);
        assertThat(fixture.rows(fixture.load("plain.json", "{\"id\": 1, \"tags\": [1, 2]}")))
                .containsExactly(asList(1L, "[1,2]"));
    }

    @Test
    void keepsHalfOfASurrogatePairAsAMarkForNoLetter() {
        ImportedFile file = fixture.load("half.json", "[{\"a\":\"x\\ud800y\"}]");

        assertThat(fixture.rows(file)).containsExactly(asList((Object) "x\uFFFDy"));
    }
}
