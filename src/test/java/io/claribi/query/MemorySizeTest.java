package io.claribi.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is counted of a result, against what the heap says. */
class MemorySizeTest {
    private static final int RESULTS = 40;
    private static final int ROWS = 10_000;

    static Stream<Arguments> isNotLessThanAResultTakes() {
        return Stream.of(
                values("whole numbers", i -> new Object[] {i + 1_000_000_000L, (long) i << 20, -1_000_000L - i}),
                values("short texts", i -> new Object[] {"n" + i, "m" + i, "o" + i}),
                values("texts beyond Latin-1", i -> new Object[] {("文字 " + i).repeat(20)}),
                values("dates and times", i ->
                        new Object[] {LocalDate.of(2024, 1, 1).plusDays(i), Instant.ofEpochSecond(i, 5)}),
                values("exact numbers", i -> new Object[] {
                    new BigDecimal("12345678901234567890.12345").add(BigDecimal.valueOf(i)),
                    new BigInteger("170141183460469231731687303715884105727").subtract(BigInteger.valueOf(i))
                }),
                values("little", i -> new @Nullable Object[] {null, true}));
    }

    private static Arguments values(String name, IntFunction<@Nullable Object[]> row) {
        return Arguments.of(Named.of(name, row));
    }

    @ParameterizedTest
    @MethodSource
    void isNotLessThanAResultTakes(IntFunction<@Nullable Object[]> row) {
        List<RowCollector.Rows> kept = new ArrayList<>();
        long before = used();

        for (int i = 0; i < RESULTS; i++) {
            var collector = new RowCollector(ROWS, Long.MAX_VALUE, bytes -> {});
            for (int j = 0; j < ROWS; j++) {
                collector.row(row.apply(i * ROWS + j));
            }
            kept.add(collector.finish());
        }

        double taken = used() - before;
        double counted = kept.stream().mapToLong(RowCollector.Rows::bytes).sum();
        // Other tests' servers live in this process too and allocate a little meanwhile.
        assertThat(counted / taken).isBetween(0.95, 3.5);
    }

    private static long used() {
        for (int i = 0; i < 2; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
