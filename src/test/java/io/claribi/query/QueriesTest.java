package io.claribi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claribi.http.HttpError;
import io.claribi.http.RequestMemory;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.warehouse.RowReader;
import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.Warehouse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class QueriesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final DuckDbTables tables = new DuckDbTables();
    private final StoredTable numbers = tables.create("numbers", "SELECT range AS n, 'text' AS t FROM range(20)");
    private final QueryTarget target = new QueryTarget(new UUID(1, 1), numbers);
    private final Query sum = Query.of(new UUID(1, 1), "numbers").measuring(Measure.of(AggregateFunction.SUM, "n"));
    private final OrganizationId organization = OrganizationId.next();
    private final RequestMemory memory = new RequestMemory(1_000_000, 500_000);

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void answers() {
        var result = run(queries(tables), target, sum);

        assertThat(result.rows()).containsExactly(List.of(190L));
        assertThat(result.cached()).isFalse();
        assertThat(result.computedAt()).isEqualTo(NOW);
        assertThat(result.sql()).contains("FROM \"numbers\"");
    }

    @Test
    void answersTheSameQuestionFromTheCache() {
        var queries = queries(tables);
        var first = run(queries, target, sum);

        var second = run(queries, target, sum.limitedTo(Query.DEFAULT_LIMIT));

        assertThat(second.cached()).isTrue();
        assertThat(second.rows()).isSameAs(first.rows());
        assertThat(tables.statements()).hasSize(1);
    }

    @Test
    void computesAnewForAnotherOrganizationOtherRightsAndOtherRows() {
        var queries = queries(tables);
        run(queries, target, sum);

        var other = OrganizationScope.call(OrganizationId.next(), () -> queries.run(target, sum, hold()));
        var rights = run(queries, new QueryTarget(new UUID(1, 1), numbers, new DataRights("some")), sum);
        var version = run(queries, new QueryTarget(new UUID(1, 1), tables.create("numbers", "SELECT 1 AS n")), sum);

        assertThat(List.of(other, rights, version)).noneMatch(QueryResult::cached);
        assertThat(version.rows()).containsExactly(List.of(1L));
    }

    /** RFC 7493 §2.2: beyond 2^53 − 1 whoever reads JSON numbers as doubles would see another number. */
    @Test
    void tellsIntegersBeyondWhatADoubleHoldsAsText() {
        var table = tables.create("large", """
                SELECT * FROM (VALUES (9007199254740991, -9223372036854775808), (9007199254740992, NULL)) AS t (a, b)
                """);
        var source = new QueryTarget(new UUID(1, 1), table);

        var rows =
                run(queries(tables), source, Query.of(new UUID(1, 1), "large").orderedBy(OrderBy.ascending("a")));

        assertThat(rows.rows())
                .containsExactly(
                        List.of(9_007_199_254_740_991L, "-9223372036854775808"),
                        Arrays.asList("9007199254740992", null));
    }

    @Test
    void answersNobodyWithoutAnOrganization() {
        assertThatThrownBy(() -> queries(tables).run(target, sum, hold())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void runsEqualQueriesOnceWhenTheyComeTogether() throws Exception {
        var gate = new CountDownLatch(1);
        var queries = queries(new GatedWarehouse(tables, gate));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<QueryResult>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> run(queries, target, sum)));
            }
            gate.countDown();

            for (var answer : answers) {
                assertThat(answer.get().rows()).containsExactly(List.of(190L));
            }
        }
        assertThat(tables.statements()).hasSize(1);
    }

    @Test
    void triesAnewWhatFailed() {
        var failing = new FailingOnce(tables);
        var queries = queries(failing);

        assertThatThrownBy(() -> run(queries, target, sum)).hasMessage("once");
        assertThat(run(queries, target, sum).cached()).isFalse();
    }

    @Test
    void refusesAResultThatIsTooLargeForMemory() {
        var settings = settings(1, Duration.ofSeconds(1), DataSize.ofBytes(1_000));
        var queries = new Queries(tables, settings, new ResultCache(settings), memory, Clock.systemUTC());

        var refusal = catchThrowableOfType(
                AppException.class, () -> run(queries, target, Query.of(new UUID(1, 1), "numbers")));

        assertThat(refusal.code()).isEqualTo(QueryError.RESULT_TOO_LARGE);
    }

    @Test
    void takesTheMemoryOfAResultUntilItIsGivenOut() {
        var queries = queries(tables);

        try (var first = memory.hold(organization);
                var second = memory.hold(organization)) {
            OrganizationScope.call(organization, () -> queries.run(target, sum, first));
            long computed = memory.total();
            OrganizationScope.call(organization, () -> queries.run(target, sum, second));

            assertThat(computed).isPositive();
            assertThat(memory.total()).isGreaterThan(computed);
        }
        assertThat(memory.total()).isZero();
    }

    @Test
    void refusesWhatTheOrganizationHasNoMemoryFor() {
        try (var others = hold()) {
            others.take(450_000);

            var refusal = catchThrowableOfType(AppException.class, () -> run(queries(tables), target, sum));

            assertThat(refusal.code()).isEqualTo(HttpError.TOO_MUCH_AT_ONCE);
        }
    }

    @Test
    void letsOneOrganizationWaitForItsTurnAndNoOther() throws Exception {
        var gate = new CountDownLatch(1);
        var gated = new GatedWarehouse(tables, gate);
        var settings = settings(1, Duration.ofMillis(20), DataSize.ofMegabytes(1));
        var queries = new Queries(gated, settings, new ResultCache(settings), memory, Clock.systemUTC());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = threads.submit(() -> run(queries, target, sum));
            gated.entered.await();
            var refusal = catchThrowableOfType(AppException.class, () -> run(queries, target, sum.limitedTo(7)));
            Callable<QueryResult> elsewhere =
                    () -> OrganizationScope.call(OrganizationId.next(), () -> queries.run(target, sum, hold()));
            var other = threads.submit(elsewhere);
            gate.countDown();

            assertThat(refusal.code()).isEqualTo(QueryError.TOO_MANY_QUERIES);
            assertThat(running.get().rows()).isEqualTo(other.get().rows());
        }
    }

    private QueryResult run(Queries queries, QueryTarget target, Query query) {
        return OrganizationScope.call(organization, () -> queries.run(target, query, hold()));
    }

    private RequestMemory.Hold hold() {
        return memory.hold(organization);
    }

    private Queries queries(Warehouse warehouse) {
        var settings = QuerySettingsFixture.querySettings();
        return new Queries(warehouse, settings, new ResultCache(settings), memory, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static QuerySettings settings(int concurrency, Duration maxWait, DataSize resultSize) {
        var usual = QuerySettingsFixture.querySettings();
        return new QuerySettings(
                usual.timeout(),
                concurrency,
                maxWait,
                resultSize,
                usual.cacheSize(),
                usual.cacheAge(),
                usual.exportTimeout(),
                usual.exportConcurrency(),
                usual.exportRows());
    }

    /** A warehouse that answers once it may. */
    private static final class GatedWarehouse implements Warehouse {
        private final Warehouse warehouse;
        private final CountDownLatch gate;
        private final CountDownLatch entered = new CountDownLatch(1);

        GatedWarehouse(Warehouse warehouse, CountDownLatch gate) {
            this.warehouse = warehouse;
            this.gate = gate;
        }

        @Override
        public <R> R query(
                String sql, List<Object> values, List<StoredTable> tables, Duration timeout, RowReader<R> reader) {
            try {
                entered.countDown();
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return warehouse.query(sql, values, tables, timeout, reader);
        }
    }

    /** A warehouse that fails the first time. */
    private static final class FailingOnce implements Warehouse {
        private final Warehouse warehouse;
        private boolean failed;

        FailingOnce(Warehouse warehouse) {
            this.warehouse = warehouse;
        }

        @Override
        public <R> R query(
                String sql, List<Object> values, List<StoredTable> tables, Duration timeout, RowReader<R> reader) {
            if (!failed) {
                failed = true;
                throw new IllegalStateException("once");
            }
            return warehouse.query(sql, values, tables, timeout, reader);
        }
    }
}
