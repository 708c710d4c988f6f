package io.claribi.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {
    private static final String SETTING = "claribi.some.file";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"of-a-test_1", "of-a-test_1\n", "of-a-test_1\r\n"})
    void isOneLine(String content) throws IOException {
        Secret secret = SecretFile.read(file(content, "rw-------"), SETTING);

        assertThat(secret).isEqualTo(Secret.of("of-a-test_1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "two\nlines", "with space", "grün"})
    void isNothingElse(String content) throws IOException {
        Path file = file(content, "rw-------");

        assertThatThrownBy(() -> SecretFile.read(file, SETTING))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(SETTING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void isReadByTheServersAccountAlone(String rights) throws IOException {
        Path file = file("of-a-test_1", rights);

        assertThatThrownBy(() -> SecretFile.read(file, SETTING))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("may be used by others");
    }

    @Test
    void isThere() {
        assertThatThrownBy(() -> SecretFile.read(folder.resolve("missing"), SETTING))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(SETTING);
    }

    private Path file(String content, String rights) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "a", ".secret"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }
}
