package io.claribi.warehouse.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.claribi.warehouse.ColumnStatistics;
import io.claribi.warehouse.ColumnStatistics.Bucket;
import io.claribi.warehouse.ColumnStatistics.ValueCount;
import io.claribi.warehouse.ColumnType;
import io.claribi.warehouse.WarehouseFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilerTest {
    @TempDir
    Path directory;

    private WarehouseFixture fixture;

    @BeforeEach
    void open() {
        fixture = new WarehouseFixture(directory);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void describesNumbers() {
        ColumnStatistics statistics = only("n\n1\n2\n3\n4\nNA\n");

        assertThat(statistics.type()).isEqualTo(ColumnType.INTEGER);
        assertThat(statistics.count()).isEqualTo(4);
        assertThat(statistics.nulls()).isEqualTo(1);
        assertThat(statistics.distinct()).isEqualTo(4);
        assertThat(statistics.min()).isEqualTo("1");
        assertThat(statistics.max()).isEqualTo("4");
        assertThat(statistics.mean()).isEqualTo(2.5);
        assertThat(statistics.deviation()).isCloseTo(1.2909944, within(1e-6));
        assertThat(statistics.meanLength()).isNull();
        assertThat(statistics.top()).hasSize(4).contains(new ValueCount("1", 1));
        assertThat(statistics.histogram()).hasSize(20);
        assertThat(statistics.histogram().getFirst()).isEqualTo(new Bucket(1, 1.15, 1));
        assertThat(statistics.histogram().getLast().to()).isEqualTo(4);
        assertThat(statistics.histogram().stream().mapToLong(Bucket::count).sum())
                .isEqualTo(4);
    }

    @Test
    void describesTexts() {
        ColumnStatistics statistics = only("t\nb\na\nb\nccc\nb\n");

        assertThat(statistics.min()).isEqualTo("a");
        assertThat(statistics.max()).isEqualTo("ccc");
        assertThat(statistics.meanLength()).isEqualTo(1.4);
        assertThat(statistics.mean()).isNull();
        assertThat(statistics.histogram()).isEmpty();
        assertThat(statistics.top())
                .containsExactly(new ValueCount("b", 3), new ValueCount("a", 1), new ValueCount("ccc", 1));
    }

    @Test
    void describesDatesTimesAndBooleansInTheFormOfTheWire() {
        assertThat(only("d\n2024-01-31\n2023-01-01\n").min()).isEqualTo("2023-01-01");
        assertThat(only("d\n2024-01-31 10:00\n2023-01-01 08:30:05\n").max()).isEqualTo("2024-01-31T10:00:00Z");
        assertThat(only("d\n10:00\n08:30:05\n").min()).isEqualTo("08:30:05");
        assertThat(only("d\ntrue\nfalse\ntrue\n").top())
                .containsExactly(new ValueCount("true", 2), new ValueCount("false", 1));
    }

    @Test
    void describesAColumnWithoutValues() {
        ColumnStatistics statistics = fixture.load("t.csv", "n,empty\n1,\n2,\n")
                .tables()
                .getFirst()
                .statistics()
                .getLast();

        assertThat(statistics)
                .isEqualTo(new ColumnStatistics(
                        "empty", ColumnType.TEXT, 0, 2, 0, null, null, null, null, null, List.of(), List.of()));
    }

    @Test
    void putsEqualNumbersIntoOneBucket() {
        assertThat(only("n\n5\n5\n5\n").histogram()).containsExactly(new Bucket(5, 5, 3));
    }

    @Test
    void bearsNumbersAsLargeAsTheyCome() {
        ColumnStatistics statistics = only("n\n1e308\n-1e308\n1.5\n2.5\n");

        assertThat(statistics.max()).isEqualTo("1e+308");
        assertThat(statistics.mean()).isEqualTo(2.0);
    }

    @Test
    void knowsFewDifferentValuesExactlyHoweverManyRows() {
        String rows = IntStream.range(0, 150_000)
                .mapToObj(i -> i + ",v" + i % 1_500)
                .collect(Collectors.joining("\n", "id,v\n", "\n"));

        var statistics = fixture.load("many.csv", rows).tables().getFirst().statistics();

        assertThat(statistics.getLast().distinct()).isEqualTo(1_500);
        assertThat(statistics.getLast().top()).hasSize(50).contains(new ValueCount("v0", 100));
        assertThat((double) statistics.getFirst().distinct()).isCloseTo(150_000, within(15_000.0));
    }

    private ColumnStatistics only(String csv) {
        return fixture.load("t.csv", csv).tables().getFirst().statistics().getFirst();
    }
}
