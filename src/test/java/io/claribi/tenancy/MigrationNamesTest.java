package io.claribi.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Migrations of different modules keep apart by the numbers in one table. */
class MigrationNamesTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| (\\w+) \\|");
    private static final Pattern NAME = Pattern.compile("V(\\d+)_\\d+__[a-z0-9_]+\\.sql");

    @Test
    void carryTheirModulesNumber() throws IOException {
        var numbers = numbers();

        try (var files = Files.walk(MIGRATIONS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".sql")))
                    .isNotEmpty()
                    .allSatisfy(file -> {
                        var name = NAME.matcher(file.getFileName().toString());
                        assertThat(name.matches()).as(file.toString()).isTrue();
                        assertThat(name.group(1))
                                .as(file.toString())
                                .isEqualTo(numbers.get(
                                        MIGRATIONS.relativize(file).getName(0).toString()));
                    });
        }
        assertThat(numbers.values()).doesNotHaveDuplicates();
    }

    private static Map<String, String> numbers() throws IOException {
        return ROW.matcher(Files.readString(MIGRATIONS.resolve("README.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(2), row -> row.group(1)));
    }
}
