package io.claribi.tenancy.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import io.claribi.kernel.StartRefused;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** What root can do; who runs the tests as somebody else has tried the ordinary case with every other test. */
class RunAsTest {
    private final Account nobody = account();
    private Path folder = Path.of("");

    @BeforeEach
    void makeAFolderThatEverybodyReaches() throws IOException {
        assumeTrue(new UnixSystem().getUid() == 0);
        // JUnit's own temporary folders are closed to other accounts.
        folder = Path.of(
                System.getProperty("java.io.tmpdir"),
                "claribi-" + ProcessHandle.current().pid());
        Files.createDirectory(folder);
    }

    @AfterEach
    void removeIt() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void runsAsAnOrdinaryUser() throws Exception {
        assumeTrue(works(setpriv()));
        Files.setAttribute(folder, "unix:uid", nobody.uid());

        var server = ChildProcess.start(
                setpriv().prefix(), readableClassPath(), folder.resolve("data"), folder.resolve("data/binaries"));

        assertThat(ownerOf(folder.resolve("data/postgres/cluster"))).isEqualTo(nobody.uid());
        server.stop();
        assertThat(PostmasterFile.find(folder.resolve("data/postgres/cluster"))).isEmpty();
    }

    @Test
    void fallsBackToAnotherAccountAndStaysWithIt() throws Exception {
        assumeTrue(works(setpriv()));
        var dataDir = folder.resolve("data");
        var binaries = dataDir.resolve("postgres/binaries");

        EmbeddedPostgres.start(dataDir, binaries, way -> way.prefix().contains("setpriv"))
                .close();
        EmbeddedPostgres.start(dataDir).close();
        var afterSetpriv = ownerOf(dataDir.resolve("postgres/cluster"));
        EmbeddedPostgres.start(dataDir, binaries, way -> way.prefix().contains("su"))
                .close();
        var afterSu = ownerOf(dataDir.resolve("postgres/cluster"));
        EmbeddedPostgres.start(dataDir, binaries, RunAs.NAMESPACE::equals).close();

        assertThat(afterSetpriv).isNotZero().isEqualTo(afterSu);
        assertThat(ownerOf(dataDir.resolve("postgres/cluster"))).isZero();
    }

    @Test
    void saysWhatToDoWhenNothingWorks() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, folder.resolve("binaries"), way -> false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("PostgreSQL does not run as root");
    }

    private boolean works(RunAs way) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(way.prefix());
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private RunAs setpriv() {
        return RunAs.as(nobody).getFirst();
    }

    private static Account account() {
        try {
            return Account.find("nobody").orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int ownerOf(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    /** The class path, copied to where any account can read it. */
    private String readableClassPath() throws IOException {
        Predicate<String> needed = entry -> !entry.endsWith(".jar")
                || List.of(
                                "commons-",
                                "xz-",
                                "spring-core",
                                "spring-jdbc",
                                "spring-boot-",
                                "slf4j",
                                "jspecify",
                                "postgresql-",
                                "postgres-binaries-linux")
                        .stream()
                        .anyMatch(Path.of(entry).getFileName().toString()::contains);
        var copies = Files.createDirectory(folder.resolve("classes"));
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(needed)
                .map(entry -> copy(Path.of(entry), copies))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String copy(Path entry, Path folder) {
        var copy = folder.resolve(Integer.toHexString(entry.hashCode()));
        try {
            FileSystemUtils.copyRecursively(entry, copy);
            return copy.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
