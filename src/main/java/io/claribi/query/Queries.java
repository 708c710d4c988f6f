package io.claribi.query;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import io.claribi.query.QueryChecker.RowLimit;
import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.Warehouse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Answers queries about the tables of the current organization. */
@Component
public class Queries {
    private final Warehouse warehouse;
    private final QuerySettings settings;
    private final Clock clock;
    private final ResultCache cache;
    private final OrganizationSlots slots;
    private final QueryCompiler compiler = new QueryCompiler(DuckDbDialect.INSTANCE);

    Queries(Warehouse warehouse, QuerySettings settings, Clock clock) {
        this.warehouse = warehouse;
        this.settings = settings;
        this.clock = clock;
        this.cache = new ResultCache(settings);
        this.slots = new OrganizationSlots(
                settings.concurrency(),
                settings.maxWait(),
                "Too many queries of your organization are running. Try again in a moment.");
    }

    /**
     * Answers a query, from the cache if it has been asked before about the same rows.
     *
     * @throws AppException INVALID_QUERY with all that is wrong, RESULT_TOO_LARGE, TOO_MANY_QUERIES, and what the
     *     warehouse throws
     */
    public QueryResult run(QueryTarget target, Query query) {
        QueryPlan plan = QueryChecker.plan(target.table(), query, RowLimit.OF_RESULTS);
        var key = new ResultCache.Key(target.table().version(), plan, target.rights());
        return cache.get(key, () -> slots.call(() -> compute(target.table(), plan)));
    }

    /** All that is wrong with a query, so that it can be told before it is stored; empty for a good one. */
    public List<FieldError> problems(StoredTable table, Query query) {
        return QueryChecker.problems(table, query);
    }

    private ResultCache.Entry compute(StoredTable table, QueryPlan plan) {
        long began = System.nanoTime();
        CompiledQuery compiled = compiler.compile(table, plan);
        var collector = new RowCollector(
                Objects.requireNonNull(plan.limit()), settings.resultSize().toBytes());
        var rows = warehouse.query(compiled.sql(), compiled.values(), List.of(table), settings.timeout(), collector);
        var result = new QueryResult(
                compiled.columns(),
                rows.rows(),
                rows.truncated(),
                false,
                compiled.shownSql(),
                clock.instant(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
        return new ResultCache.Entry(result, rows.bytes());
    }
}
