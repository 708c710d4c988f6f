package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.StartRefused;
import io.claribi.tenancy.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerKeyTest {
    private static final byte[] MESSAGE = {1, 2, 3};

    @TempDir
    Path folder;

    @Test
    void makesItsKeyOnceForItselfAlone() throws IOException {
        byte[] first = key().hmac(MESSAGE);

        assertThat(key().hmac(MESSAGE)).isEqualTo(first);
        assertThat(permissions(file())).isEqualTo("rw-------");
        assertThat(permissions(keys())).isEqualTo("rwx------");
        assertThat(keys()).isDirectoryNotContaining("glob:**.draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void refusesAKeyThatOthersMayUse(String permissions) throws IOException {
        key();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(this::key).isInstanceOf(StartRefused.class).hasMessageContaining("may be used by others");
    }

    @Test
    void refusesAFolderThatOthersMayUse() throws IOException {
        key();
        Files.setPosixFilePermissions(keys(), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(this::key).isInstanceOf(StartRefused.class);
    }

    @Test
    void refusesAKeyOfAnotherLength() throws IOException {
        key();
        Files.write(file(), new byte[31]);

        assertThatThrownBy(this::key).isInstanceOf(StartRefused.class).hasMessageContaining("not a key of 32 bytes");
    }

    private ServerKey key() {
        return new ServerKey(new DataDirectory(folder));
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private Path file() {
        return keys().resolve("refresh.key");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
