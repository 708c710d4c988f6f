package io.claribi.tenancy.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.security.auth.module.UnixSystem;
import io.claribi.kernel.StartRefused;
import io.claribi.tenancy.DatabaseAccess.Login;
import io.claribi.testing.BesideOthers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

@BesideOthers
class EmbeddedPostgresTest {
    private static final Path BINARIES =
            Path.of("target", "test-postgres", "binaries").toAbsolutePath();

    @TempDir
    private Path dataDir;

    @AfterEach
    void stopWhatATestLeft() throws IOException {
        if (PostmasterFile.find(cluster()).filter(PostmasterFile::alive).isPresent()) {
            start().close();
        }
    }

    @Test
    void keepsDataPasswordsAndPortBetweenStarts() throws Exception {
        var before = start();
        execute(before, "CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('committed')");
        before.close();

        try (var after = start()) {
            assertThat(after.access()).isEqualTo(before.access());
            assertThat(kept(after)).isEqualTo("committed");
        }
    }

    @Test
    void letsNobodyInWithoutAPassword() throws Exception {
        try (var postgres = start()) {
            var access = postgres.access();

            assertThatThrownBy(() -> access.connect(new Login("claribi_app", "guess")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> access.connect(new Login("postgres", "")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("no pg_hba.conf entry");
            assertThat(Files.readString(cluster().resolve("pg_hba.conf"))).doesNotContain("trust");
        }
    }

    @Test
    void keepsItsFilesFromOtherUsers() throws Exception {
        try (var postgres = start()) {
            var folder = dataDir.resolve("postgres");

            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(permissions(folder.resolve("passwords.properties"))).isEqualTo("rw-------");
            assertThat(permissions(cluster())).isEqualTo("rwx------");
            assertThat(Files.readString(folder.resolve("passwords.properties")))
                    .contains(postgres.access().app().password());
        }
    }

    @Test
    void takesOverFromAServerThatWasKilled() throws Exception {
        var killed = ChildProcess.start(List.of(), dataDir, BINARIES);
        killed.process().destroyForcibly().waitFor();
        var orphan = PostmasterFile.find(cluster()).orElseThrow();
        assertThat(orphan.alive()).isTrue();

        try (var next = start()) {
            assertThat(kept(next)).isEqualTo("committed");
            assertThat(PostmasterFile.find(cluster()).orElseThrow().pid()).isNotEqualTo(orphan.pid());
        }
    }

    @Test
    void recoversWhenPostgresWasKilledToo() throws Exception {
        var killed = ChildProcess.start(List.of(), dataDir, BINARIES);
        killed.process().destroyForcibly().waitFor();
        var postmaster = ProcessHandle.of(
                        PostmasterFile.find(cluster()).orElseThrow().pid())
                .orElseThrow();
        // The postmaster alone: its children still hold the shared memory when the next one starts.
        postmaster.destroyForcibly();
        postmaster.onExit().get(10, TimeUnit.SECONDS);

        try (var next = start()) {
            assertThat(kept(next)).isEqualTo("committed");
        }
    }

    @Test
    void refusesADataDirectoryThatAnotherServerUses() throws Exception {
        var other = ChildProcess.start(List.of(), dataDir, BINARIES);

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessage("Another server is using the data directory %s.".formatted(dataDir));
        assertThat(other.process().isAlive()).isTrue();

        other.stop();
        start().close();
    }

    @Test
    void refusesADataDirectoryOfAnotherAccount() throws Exception {
        long account = new UnixSystem().getUid();
        DataDirectoryLock.acquire(dataDir, account).close();

        assertThatThrownBy(() -> DataDirectoryLock.acquire(dataDir, account + 1))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("belongs to another account");
    }

    @Test
    void refusesADataDirectoryThatThisProcessUses() throws Exception {
        try (var first = start()) {
            assertThatThrownBy(this::start).isInstanceOf(StartRefused.class).hasMessageContaining(dataDir.toString());
            assertThat(kept(first, "SELECT 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void isNotDeceivedByAStaleNoteWhoseProcessNumberIsSomebodyElses() throws Exception {
        start().close();
        var bystander = new ProcessBuilder("sleep", "60").start();
        Files.writeString(
                cluster().resolve("postmaster.pid"),
                "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n".formatted(bystander.pid(), cluster()));

        try (var postgres = start()) {
            assertThat(kept(postgres, "SELECT 'alive'")).isEqualTo("alive");
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void startsOverANoteThatAPowerCutLeftEmpty() throws Exception {
        start().close();
        Files.createFile(cluster().resolve("postmaster.pid"));

        try (var postgres = start()) {
            assertThat(kept(postgres, "SELECT 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void beginsAgainAfterAFirstStartThatWasCutShort() throws Exception {
        var draft = Files.createDirectories(dataDir.resolve("postgres/initializing123"));
        Files.writeString(draft.resolve("PG_VERSION"), "18");

        try (var postgres = start()) {
            assertThat(kept(postgres, "SELECT 'alive'")).isEqualTo("alive");
            assertThat(draft).doesNotExist();
        }
    }

    @Test
    void takesAnotherPortWhenItsOwnIsTaken() throws Exception {
        start().close();
        var port = Integer.parseInt(Files.readString(dataDir.resolve("postgres/port")));

        try (var taken = new java.net.ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress());
                var postgres = start()) {
            assertThat(taken.isBound()).isTrue();
            assertThat(postgres.access().url()).doesNotContain(":" + port + "/");
        }
    }

    @Test
    void saysWhatToDoWithAClusterOfAnotherVersion() throws Exception {
        start().close();
        Files.writeString(cluster().resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("was made by PostgreSQL 17; this server brings PostgreSQL 18");
    }

    @Test
    void passesOnWhatPostgresSaysWhenItDoesNotStart() throws Exception {
        start().close();
        FileSystemUtils.deleteRecursively(cluster().resolve("pg_wal"));
        Files.createDirectory(cluster().resolve("pg_wal"));

        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        e -> assertThat(e.remedy()).contains("could not locate a valid checkpoint record"));
    }

    @Test
    void doesNotGuessPasswordsThatAreGone() throws Exception {
        start().close();
        Files.delete(dataDir.resolve("postgres/passwords.properties"));

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("there is no")
                .hasMessageContaining("passwords.properties");
    }

    @Test
    void unpacksItsProgramsOnceAndThrowsOldOnesAway() throws Exception {
        var cache = dataDir.resolve("binaries");
        Files.createDirectories(cache.resolve("01234567"));
        Files.createDirectories(cache.resolve("unpacking/bin"));

        var home = PostgresBinaries.unpack(cache);
        var unpackedAt = Files.getLastModifiedTime(home.resolve("bin/postgres"));
        PostgresBinaries.unpack(cache);

        assertThat(cache).isDirectoryContaining(path -> path.equals(home));
        assertThat(cache.resolve("01234567")).doesNotExist();
        assertThat(Files.getLastModifiedTime(home.resolve("bin/postgres"))).isEqualTo(unpackedAt);
        FileSystemUtils.deleteRecursively(cache);
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(dataDir, BINARIES, way -> true);
    }

    private Path cluster() {
        return dataDir.resolve("postgres/cluster");
    }

    private static void execute(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (var connection = postgres.access().connect(postgres.access().owner());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String kept(EmbeddedPostgres postgres) throws SQLException {
        return kept(postgres, "SELECT word FROM kept");
    }

    private static String kept(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.access().connect(postgres.access().owner());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
