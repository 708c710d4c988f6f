package io.claribi.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.RowReader;
import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.Warehouse;
import io.claribi.warehouse.WarehouseFixture;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows among which some have long texts; the driver would make Java strings of two thousand of them at once. */
class ResultStreamTest {
    private static final int ROWS = 2_000;
    private static final int LONG = 500;
    private static final String TEXT = "x".repeat(50_000);

    @TempDir
    Path directory;

    private WarehouseFixture fixture;
    private StoredTable table;

    @BeforeEach
    void open() {
        fixture = new WarehouseFixture(directory);
        var csv = new StringBuilder("id,text\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append(i).append(",n").append(i).append(i < LONG ? TEXT : "").append('\n');
        }
        table = fixture.load("texts.csv", csv.toString()).tables().getFirst().table();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void areMeasuredWhenTheyAreStored() {
        assertThat(table.longestRow()).isEqualTo(50_004);
    }

    @Test
    void areFetchedAFewAtATime() {
        var reader = new Reader(Long.MAX_VALUE / 2, 10);

        run("SELECT id, text FROM %s ORDER BY id", reader);

        assertThat(reader.ids).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(reader.allocatedBeforeTheFirst).isLessThan(40_000_000);
    }

    @Test
    void comeWholeAndInOrder() {
        var reader = new Reader(Long.MAX_VALUE / 2, ROWS);

        run("SELECT id, text FROM %s WHERE id <> ? ORDER BY id DESC", reader, 7L);

        assertThat(reader.ids)
                .containsExactlyElementsOf(IntStream.range(0, ROWS)
                        .mapToObj(i -> (long) (ROWS - 1 - i))
                        .filter(id -> id != 7)
                        .toList());
        assertThat(reader.lastText).isEqualTo("n0" + TEXT);
    }

    @Test
    void keepTheNamesOfTheirColumnsThoughTheyDifferInCaseAlone() {
        var reader = new Reader(Long.MAX_VALUE / 2, 1);

        run("SELECT id AS \"a\", text AS \"A\" FROM %s ORDER BY id", reader);

        assertThat(reader.columns).extracting(Column::name).containsExactly("a", "A");
    }

    @Test
    void areNoMoreThanTheReaderTakesAndTheOneThatIsTooMuch() {
        var reader = new Reader(1_000_000, ROWS);

        run("SELECT id, text FROM %s ORDER BY id", reader);

        assertThat(reader.ids).hasSizeBetween(20, 21);
    }

    @Test
    void leaveNothingInTheSession() {
        run("SELECT id, text FROM %s", new Reader(Long.MAX_VALUE / 2, 1));

        assertThat(fixture.query("SELECT count(*) FROM duckdb_tables()", List.of()))
                .containsExactly(List.of(0L));
    }

    @Test
    void areOfNoMatterWhereNoTextIsAskedFor() {
        var reader = new Reader(Long.MAX_VALUE / 2, ROWS);

        run("SELECT id, id + 1 FROM %s", reader);

        assertThat(reader.ids).hasSize(ROWS);
    }

    private void run(String sql, Reader reader, Object... values) {
        OrganizationScope.call(
                fixture.folder.organization(),
                () -> fixture.warehouse.query(
                        sql.formatted(Warehouse.relation(table)),
                        List.of(values),
                        List.of(table),
                        Duration.ofSeconds(60),
                        reader));
    }

    private static final class Reader implements RowReader<Integer> {
        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        private final long mostBytes;
        private final int mostRows;
        private final List<Column> columns = new ArrayList<>();
        private final List<@Nullable Object> ids = new ArrayList<>();
        private @Nullable Object lastText;
        private long allocated;
        private long allocatedBeforeTheFirst;

        Reader(long mostBytes, int mostRows) {
            this.mostBytes = mostBytes;
            this.mostRows = mostRows;
        }

        @Override
        public void columns(List<Column> columns) {
            this.columns.addAll(columns);
            allocated = THREADS.getCurrentThreadAllocatedBytes();
        }

        @Override
        public boolean row(@Nullable Object[] values) {
            if (ids.isEmpty()) {
                allocatedBeforeTheFirst = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            }
            ids.add(values[0]);
            lastText = values[1];
            return ids.size() < mostRows;
        }

        @Override
        public long mostBytes() {
            return mostBytes;
        }

        @Override
        public Integer finish() {
            return ids.size();
        }
    }
}
