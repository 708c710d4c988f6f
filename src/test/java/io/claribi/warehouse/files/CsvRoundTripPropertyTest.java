package io.claribi.warehouse.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.warehouse.FileOptions;
import io.claribi.warehouse.ImportedFile;
import io.claribi.warehouse.WarehouseFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Whatever table is written as CSV comes back with the same values. */
class CsvRoundTripPropertyTest {
    private static final Path DIRECTORY = temporaryDirectory();
    private static final WarehouseFixture FIXTURE = new WarehouseFixture(DIRECTORY);

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("claribi-round-trip");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterContainer
    static void close() throws IOException {
        FIXTURE.close();
        FileSystemUtils.deleteRecursively(DIRECTORY);
    }

    @Property(tries = 30)
    void textsComeBackAsTheyWere(@ForAll("texts") List<List<String>> rows, @ForAll("delimiters") char delimiter) {
        ImportedFile file = load(rows, delimiter);

        assertThat(FIXTURE.rows(file)).isEqualTo(withNulls(rows));
        assertThat(file.tables().getFirst().rejectedCells()).isZero();
    }

    @Property(tries = 30)
    void valuesComeBackAsTheyWere(@ForAll("values") List<List<Object>> rows) {
        ImportedFile file = load(
                rows.stream()
                        .map(row -> row.stream().map(Object::toString).toList())
                        .toList(),
                ',');

        assertThat(FIXTURE.rows(file)).isEqualTo(rows);
        assertThat(file.tables().getFirst().rejectedCells()).isZero();
    }

    @Provide
    Arbitrary<Character> delimiters() {
        return Arbitraries.of(',', ';', '\t', '|');
    }

    /** Texts of letters that mean something to a parser; the first one keeps them from being numbers or empty. */
    @Provide
    Arbitrary<List<List<String>>> texts() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("ab,;\t|\"\n\r '#\\é€\u2028")
                .ofMaxLength(12)
                .map(letters -> "t" + letters);
        Arbitrary<String> cell = Arbitraries.oneOf(text, Arbitraries.of("", "tNA", "t😀", "t\"\"", "t\r\n"));
        return Arbitraries.integers()
                .between(2, 6)
                .flatMap(width -> cell.list().ofSize(width).list().ofMinSize(1).ofMaxSize(40));
    }

    @Provide
    Arbitrary<List<List<Object>>> values() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.doubles(),
                        Arbitraries.longs().between(-700_000, 2_900_000).map(LocalDate::ofEpochDay),
                        Arbitraries.of(true, false))
                .as((number, decimal, day, flag) -> List.<Object>of(number, decimal, day, flag))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static ImportedFile load(List<List<String>> rows, char delimiter) {
        String between = String.valueOf(delimiter);
        String header = IntStream.range(0, rows.getFirst().size())
                .mapToObj(i -> "name" + i)
                .collect(Collectors.joining(between));
        String body = rows.stream()
                .map(row -> row.stream().map(CsvRoundTripPropertyTest::quoted).collect(Collectors.joining(between)))
                .collect(Collectors.joining("\n"));
        return FIXTURE.load(
                "t.csv",
                (header + "\n" + body + "\n").getBytes(StandardCharsets.UTF_8),
                new FileOptions(true, delimiter, null));
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static List<List<@Nullable Object>> withNulls(List<List<String>> rows) {
        var expected = new ArrayList<List<@Nullable Object>>();
        for (List<String> row : rows) {
            var values = new ArrayList<@Nullable Object>();
            row.forEach(cell -> values.add(cell.isEmpty() ? null : cell));
            expected.add(values);
        }
        return expected;
    }
}
