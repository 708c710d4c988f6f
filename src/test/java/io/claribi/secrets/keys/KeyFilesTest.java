package io.claribi.secrets.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.claribi.kernel.StartRefused;
import io.claribi.secrets.fernet.FernetKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFilesTest {
    @TempDir
    private Path folder;

    @Test
    void makesAKeyForItselfAlone() throws IOException {
        PlatformKey made = files().make();

        assertThat(files().load()).extracting(PlatformKey::id).containsExactly(made.id());
        assertThat(permissions(keys())).isEqualTo("rwx------");
        assertThat(keys()).isDirectoryContaining("glob:**/" + made.name()).isDirectoryNotContaining("glob:**.new");
        assertThat(permissions(keys().resolve(made.name()))).isEqualTo("rw-------");
        assertThat(made.name()).endsWith(made.id() + ".key");
    }

    @Test
    void readsAllKeysInTheOrderOfTheirNamesAndNothingElse() throws IOException {
        String second = write("platform-2.key", FernetKey.random().text());
        String first = write("platform-1.key", FernetKey.random().text() + "\n");
        write("refresh.key", "something else");
        write("platform-3.key.new", "half of one");

        assertThat(files().load()).extracting(PlatformKey::id).containsExactly(first, second);
    }

    @Test
    void readsAKeyOnceThatIsThereTwice() throws IOException {
        String text = FernetKey.random().text();
        write("platform-1.key", text);
        write("platform-2.key", text);

        assertThat(files().load()).extracting(PlatformKey::name).containsExactly("platform-1.key");
    }

    @Test
    void hasNoKeyWhereThereIsNoFolder() {
        assertThat(files().load()).isEmpty();
    }

    /** As Kubernetes does it: links to a folder that is exchanged as a whole. */
    @Test
    void followsTheLinksOfAMount() throws IOException {
        String id = write("..2026_11_24/platform-1.key", FernetKey.random().text());
        Files.createSymbolicLink(keys().resolve("..data"), Path.of("..2026_11_24"));
        Files.createSymbolicLink(keys().resolve("platform-1.key"), Path.of("..data", "platform-1.key"));

        assertThat(files().load()).extracting(PlatformKey::id).containsExactly(id);
    }

    /** Who owns the file, by what right it is open, and whether a server of account 1000 takes it. */
    @ParameterizedTest
    @CsvSource({
        "0,    r--------, true",
        "0,    rw-------, true",
        "0,    r--r-----, true",
        "0,    rw-r-----, true",
        "0,    rw-rw----, false",
        "0,    r--r--r--, false",
        "0,    rw----r--, false",
        "1000, r--------, true",
        "1000, rw-------, true",
        "1000, rw-r-----, false",
        "1000, rw--w----, false",
        "1000, rw-----w-, false",
        "1000, rwx--x--x, false",
        "1001, r--------, false",
        "1001, rw-r-----, false"
    })
    void takesAKeyOnlyIfNobodyElseCanUseIt(int owner, String rights, boolean taken) throws IOException {
        assumeTrue(isRoot(), "Only root can give files away");
        write("platform-1.key", FernetKey.random().text());
        Path file = keys().resolve("platform-1.key");
        Files.setAttribute(file, "unix:uid", owner);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        var files = new KeyFiles(keys(), new KeyFileRules(() -> 1000), Clock.systemUTC());

        if (taken) {
            assertThat(files.load()).hasSize(1);
        } else {
            assertThatThrownBy(files::load)
                    .isInstanceOfSatisfying(
                            StartRefused.class,
                            refusal -> assertThat(refusal.getMessage() + refusal.remedy())
                                    .contains(file.toString(), "ch"));
        }
    }

    @Test
    void refusesAKeyOfItsOwnThatItsGroupMayRead() throws IOException {
        write("platform-1.key", FernetKey.random().text());
        Files.setPosixFilePermissions(keys().resolve("platform-1.key"), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> files().load())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("may be used by others (rw-r-----)");
    }

    @ParameterizedTest
    @CsvSource({"rwx------, true", "rwxr-xr-x, true", "rwxrwx---, false", "rwx----w-, false"})
    void refusesAFolderIntoWhichOthersCanPutAKey(String rights, boolean taken) throws IOException {
        write("platform-1.key", FernetKey.random().text());
        Files.setPosixFilePermissions(keys(), PosixFilePermissions.fromString(rights));

        var loading = assertThatCode(() -> files().load());

        if (taken) {
            loading.doesNotThrowAnyException();
        } else {
            loading.isInstanceOf(StartRefused.class).hasMessageContaining("Others may put files into");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= and more"
            })
    void refusesWhatIsNoKeyWithoutQuotingIt(String text) throws IOException {
        write("platform-1.key", text);

        assertThatThrownBy(() -> files().load())
                .isInstanceOf(StartRefused.class)
                .hasMessage(keys().resolve("platform-1.key") + " is not a platform key.");
    }

    @Test
    void removesAKey() throws IOException {
        PlatformKey made = files().make();

        files().remove(made);

        assertThat(files().load()).isEmpty();
    }

    private KeyFiles files() {
        return new KeyFiles(keys(), Clock.systemUTC());
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    /** The id of what was written, if it is a key. */
    private String write(String name, String text) throws IOException {
        Path file = keys().resolve(name);
        Files.createDirectories(file.getParent());
        Files.setPosixFilePermissions(keys(), PosixFilePermissions.fromString("rwx------"));
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return FernetKey.read(text.strip()).map(PlatformKey::id).orElse("none");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }
}
