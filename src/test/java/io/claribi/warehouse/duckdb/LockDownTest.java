package io.claribi.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.OrganizationFolder;
import io.claribi.tenancy.OrganizationFolder.Kind;
import io.claribi.warehouse.WarehouseFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQL could do in a session if ever it were somebody else's SQL. */
class LockDownTest {
    private static final SessionLimits LIMITS = new SessionLimits(
            WarehouseFixture.SETTINGS.memory(), WarehouseFixture.SETTINGS.threads(), WarehouseFixture.SETTINGS.spill());

    @TempDir
    Path directory;

    private OrganizationFolder own;
    private OrganizationFolder other;
    private Path planted;
    private DuckSession session;

    @BeforeEach
    void open() throws IOException {
        // A quote and a blank in the path: the lock must hold there too.
        var data = new DataDirectory(directory.resolve("it's data"));
        own = OrganizationFolder.of(data, OrganizationId.next());
        other = OrganizationFolder.of(data, OrganizationId.next());
        planted = Files.writeString(other.folder(Kind.TABLES).resolve("planted.csv"), "secret\nplanted\n");
        Files.writeString(own.folder(Kind.TABLES).resolve("own.csv"), "name\nours\n");
        Files.writeString(own.folder(Kind.UPLOADS).resolve("upload.csv"), "name\nupload\n");
        session = DuckSession.open(own, LIMITS, List.of());
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void readsTheTablesOfItsOwnOrganization() throws TimeoutException {
        assertThat(run("SELECT name FROM read_csv('{own}/tables/own.csv')")).containsExactly("ours");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('{planted}')",
                "SELECT * FROM read_text('{planted}')",
                "SELECT * FROM '{own}/tables/../../{other}/tables/planted.csv'",
                "SELECT * FROM glob('{own}/tables/../../*/*/*')",
                "SELECT * FROM glob('{own}/../*')",
                "SELECT * FROM read_csv('{own}/uploads/upload.csv')",
                "SELECT content FROM read_text('/etc/passwd')",
                "SELECT content FROM read_blob('/proc/self/environ')",
                "SELECT * FROM read_csv('https://example.com/x.csv')",
                "SELECT * FROM read_parquet('s3://bucket/x.parquet')",
                "COPY (SELECT 1) TO '{planted}'",
                "COPY (SELECT 1) TO '/tmp/claribi-lock-down-test.csv'",
                "COPY (SELECT 1) TO '{own}/tables/../x.csv'",
                "EXPORT DATABASE '/tmp/claribi-lock-down-test'",
                "ATTACH '/tmp/claribi-lock-down-test.db'",
                "ATTACH 'host=localhost' AS pg (TYPE postgres)",
                "INSTALL httpfs",
                "LOAD httpfs",
                "LOAD '{own}/tables/x.duckdb_extension'",
                "CREATE SECRET s (TYPE s3)",
                "SET memory_limit = '64GB'",
                "SET enable_external_access = true",
                "SET allowed_directories = ['/']",
                "SET temp_directory = '/tmp'",
                "SET lock_configuration = false",
                "RESET lock_configuration",
                "PRAGMA threads = 64",
                "SET TimeZone = 'Asia/Tokyo'",
                "SELECT getenv('HOME')",
                "SELECT * FROM sniff_csv('{planted}')",
                "SELECT * FROM query('SELECT * FROM read_text(''/etc/passwd'')')"
            })
    void isStoppedByTheLockDown(String attack) {
        assertThatThrownBy(() -> run(attack)).isInstanceOf(DuckException.class);

        assertThat(Path.of("/tmp/claribi-lock-down-test.csv")).doesNotExist();
        assertThat(planted).hasContent("secret\nplanted\n");
    }

    /**
     * These the lock-down lets pass, all within the organization's own folder: a query must be refused before, by {@link
     * SelectGuard} here and on the parse tree once people write SQL.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY (SELECT 1) TO '{own}/tables/x.csv'",
                "ATTACH '{own}/scratch/x.db' AS x",
                "CREATE TABLE x AS SELECT 1",
                "SELECT 1; SELECT 2",
                "SELECT * FROM query('SELECT 42')",
                "SELECT * FROM glob('{own}/tables/*')",
                "SELECT current_setting('temp_directory')"
            })
    void isNotStoppedByTheLockDownAlone(String attack) throws TimeoutException {
        run(attack);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY (SELECT 1) TO '{own}/tables/x.csv'",
                "ATTACH '{own}/scratch/x.db' AS x",
                "CREATE TABLE x AS SELECT 1",
                "SELECT 1; SELECT 2",
                "SELECT 1; DROP VIEW t",
                "WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x",
                "INSERT INTO t VALUES (1)",
                "UPDATE t SET a = 1",
                "PRAGMA database_list",
                "CALL pragma_version()",
                "EXPLAIN ANALYZE SELECT 1",
                "",
                "not SQL at all"
            })
    void isStoppedByTheGuard(String attack) {
        assertThatThrownBy(() -> session.call(
                        duck -> {
                            new SelectGuard().check(duck, filled(attack));
                            return true;
                        },
                        Duration.ofSeconds(10),
                        DuckSession.Supervisor.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> run(String sql) throws TimeoutException {
        return session.call(
                duck -> {
                    String filled = filled(sql);
                    if (!filled.startsWith("SELECT")) {
                        duck.execute(filled);
                        return List.of();
                    }
                    return duck.list(filled, row -> String.valueOf(row.getString(1)));
                },
                Duration.ofSeconds(10),
                DuckSession.Supervisor.NONE);
    }

    private String filled(String sql) {
        return sql.replace("{planted}", quoted(planted))
                .replace("{own}", quoted(own.path()))
                .replace("{other}", other.organization().value().toString());
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }
}
