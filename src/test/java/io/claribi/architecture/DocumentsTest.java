package io.claribi.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say of tests is true: each test that they name exists. */
class DocumentsTest {
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");

    @ParameterizedTest
    @ValueSource(strings = {"SECURITY.md", "docs/asvs.md", "docs/DEVELOPMENT.md"})
    void nameTestsThatExist(String document) throws IOException {
        Set<String> named = names(Files.readString(Path.of(document)));

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(existing(name)).as(name).isTrue());
    }

    private static Set<String> names(String text) {
        return TEST.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(name -> name.replace("`", ""))
                .collect(toSet());
    }

    private static boolean existing(String name) throws IOException {
        String[] parts = name.split("\\.");
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(path -> path.endsWith(parts[0] + ".java")).toList()) {
                if (parts.length == 1 || Files.readString(file).contains(" " + parts[1] + "(")) {
                    return true;
                }
            }
        }
        return false;
    }
}
