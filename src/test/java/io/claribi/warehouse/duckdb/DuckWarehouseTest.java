package io.claribi.warehouse.duckdb;

import static io.claribi.warehouse.WarehouseError.QUERY_CANCELLED;
import static io.claribi.warehouse.WarehouseError.QUERY_OUT_OF_RANGE;
import static io.claribi.warehouse.WarehouseError.QUERY_TIMEOUT;
import static io.claribi.warehouse.WarehouseError.QUERY_TOO_LARGE;
import static io.claribi.warehouse.WarehouseError.TABLE_GONE;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claribi.kernel.AppException;
import io.claribi.kernel.ErrorCode;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.ColumnType;
import io.claribi.warehouse.RowReader;
import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.TableFiles;
import io.claribi.warehouse.Warehouse;
import io.claribi.warehouse.WarehouseFixture;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckWarehouseTest {
    private static final String ENDLESS = "SELECT count(*) FROM range(1000000000000) t(i) WHERE i * i % 7 = 3";

    @TempDir
    Path directory;

    private WarehouseFixture fixture;
    private StoredTable table;

    @BeforeEach
    void open() {
        fixture = new WarehouseFixture(directory);
        table = fixture.load("t.csv", "id,name\n1,a\n2,b\n3,\n")
                .tables()
                .getFirst()
                .table();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void givesValuesOfThePromisedTypes() {
        List<List<@Nullable Object>> rows = fixture.query("""
                SELECT 1::TINYINT, 2::BIGINT, sum(id), 170141183460469231731687303715884105727::HUGEINT, 1.50::DECIMAL(9, 2),
                    5::DECIMAL(20, 0), 0.5::DOUBLE, 'nan'::DOUBLE, true, DATE '2024-01-31', TIMESTAMP '2024-01-31 10:00:00',
                    TIMESTAMPTZ '2024-01-31 10:00:00+02', TIME '10:00:00', 'x', NULL, date_trunc('month', DATE '2024-01-31')
                FROM "%s"
                """.formatted(Warehouse.relation(table)), List.of(), table);

        assertThat(rows)
                .containsExactly(asList(
                        1L,
                        2L,
                        6L,
                        new BigInteger("170141183460469231731687303715884105727"),
                        new BigDecimal("1.50"),
                        5L,
                        0.5,
                        null,
                        true,
                        LocalDate.of(2024, 1, 31),
                        Instant.parse("2024-01-31T10:00:00Z"),
                        Instant.parse("2024-01-31T08:00:00Z"),
                        LocalTime.of(10, 0),
                        "x",
                        null,
                        Instant.parse("2024-01-01T00:00:00Z")));
    }

    @Test
    void bindsEveryTypeOfValue() {
        List<Object> values = List.of(
                "it's",
                7L,
                new BigDecimal("1.25"),
                true,
                LocalDate.of(2024, 1, 31),
                Instant.parse("2024-01-31T10:00:00.123456Z"),
                LocalTime.of(8, 30));

        List<List<@Nullable Object>> rows = fixture.query("SELECT ?, ?, ?, ?, ?, ?, ?", values);

        assertThat(rows).containsExactly(new ArrayList<>(values));
    }

    @Test
    void namesAndTypesTheColumns() {
        var names = new ArrayList<Column>();

        read(
                "SELECT id AS \"The id\", name, count(*) OVER () AS n FROM " + Warehouse.relation(table),
                new Counting(10) {
                    @Override
                    public void columns(List<Column> columns) {
                        names.addAll(columns);
                    }
                });

        assertThat(names)
                .containsExactly(
                        new Column("The id", ColumnType.INTEGER),
                        new Column("name", ColumnType.TEXT),
                        new Column("n", ColumnType.INTEGER));
    }

    @Test
    void stopsWhenTheReaderHasEnough() {
        long read = read("SELECT i FROM range(1000000000000) t(i)", new Counting(1_000));

        assertThat(read).isEqualTo(1_000);
    }

    @Test
    void showsNoTableThatTheQueryDoesNotName() {
        String sql = "SELECT * FROM " + Warehouse.relation(table);

        assertThatThrownBy(() -> fixture.query(sql, List.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotFindTheTablesOfAnotherOrganization() {
        String sql = "SELECT * FROM " + Warehouse.relation(table);
        fixture.query(sql, List.of(), table);

        OrganizationScope.run(
                OrganizationId.next(),
                () -> refuses(
                        TABLE_GONE,
                        () -> fixture.warehouse.query(
                                sql, List.of(), List.of(table), Duration.ofSeconds(5), new Counting(1))));
    }

    @Test
    void saysThatATableIsGone() {
        new TableFiles().delete(fixture.folder, table.version());

        refuses(TABLE_GONE, () -> fixture.rows(table));
    }

    @Test
    void endsAQueryThatTakesTooLong() {
        long start = System.nanoTime();

        refuses(QUERY_TIMEOUT, () -> query(ENDLESS, Duration.ofMillis(300)));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(fixture.rows(table)).hasSize(3);
    }

    @Test
    void endsAStreamThatTakesTooLong() {
        refuses(
                QUERY_TIMEOUT,
                () -> OrganizationScope.call(
                        fixture.folder.organization(),
                        () -> fixture.warehouse.query(
                                "SELECT i FROM range(1000000000000) t(i)",
                                List.of(),
                                List.of(),
                                Duration.ofMillis(300),
                                new Counting(Long.MAX_VALUE))));
    }

    @Test
    void endsAQueryWhoseCallerIsInterrupted() throws Exception {
        var outcome = new CompletableFuture<ErrorCode>();
        var begun = new CountDownLatch(1);
        Thread caller = Thread.ofVirtual().start(() -> {
            begun.countDown();
            try {
                query(ENDLESS, Duration.ofMinutes(5));
            } catch (AppException e) {
                outcome.complete(Thread.currentThread().isInterrupted() ? e.code() : null);
            }
        });
        begun.await();

        caller.interrupt();

        assertThat(outcome.get(20, TimeUnit.SECONDS)).isEqualTo(QUERY_CANCELLED);
        assertThat(fixture.rows(table)).hasSize(3);
    }

    @Test
    void refusesAQueryThatNeedsTooMuchMemoryAndGoesOn() {
        refuses(
                QUERY_TOO_LARGE,
                () -> query(
                        "SELECT list(i), list(i + 1), list(i + 2) FROM range(1000000000) t(i)", Duration.ofMinutes(1)));

        assertThat(fixture.rows(table)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 9223372036854775807::BIGINT * 2",
                "SELECT CAST('x' || i AS BIGINT) FROM range(3) t(i)",
                "SELECT DATE '2024-01-01' + (1000000000 * i)::INTEGER FROM range(5) t(i)"
            })
    void saysThatAResultIsOutOfRange(String sql) {
        refuses(QUERY_OUT_OF_RANGE, () -> fixture.query(sql, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1; SELECT 2", "CREATE TABLE x AS SELECT 1", "SELECT broken FROM nowhere"})
    void takesOnlySqlThatIsOneProperSelect(String sql) {
        assertThatThrownBy(() -> fixture.query(sql, List.of()))
                .isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class);
    }

    @Test
    void readsInTheScopeOfTheOrganization() {
        var scope = new ArrayList<OrganizationId>();

        read("SELECT 1", new Counting(1) {
            @Override
            public boolean row(@Nullable Object[] values) {
                scope.add(OrganizationScope.current());
                return super.row(values);
            }
        });

        assertThat(scope).containsExactly(fixture.folder.organization());
    }

    @Test
    void hasNoSessionWithoutAnOrganization() {
        assertThatThrownBy(() -> fixture.warehouse.query(
                        "SELECT 1", List.of(), List.of(), Duration.ofSeconds(1), new Counting(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    private long read(String sql, Counting reader) {
        return OrganizationScope.call(
                fixture.folder.organization(),
                () -> fixture.warehouse.query(sql, List.of(), List.of(table), Duration.ofSeconds(30), reader));
    }

    private void query(String sql, Duration timeout) {
        OrganizationScope.run(
                fixture.folder.organization(),
                () -> fixture.warehouse.query(sql, List.of(), List.of(), timeout, new Counting(10)));
    }

    private static void refuses(ErrorCode code, Runnable work) {
        var refusal = catchThrowableOfType(AppException.class, work::run);

        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.message()).endsWith(".").doesNotContain("SELECT", "DuckDB", "/");
    }

    /** Counts rows, up to a number. */
    private static class Counting implements RowReader<Long> {
        private final long most;
        private long rows;

        Counting(long most) {
            this.most = most;
        }

        @Override
        public void columns(List<Column> columns) {}

        @Override
        public boolean row(@Nullable Object[] values) {
            return ++rows < most;
        }

        @Override
        public Long finish() {
            return rows;
        }
    }
}
