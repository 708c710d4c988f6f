package io.claribi.query;

import io.claribi.http.RequestMemory;
import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import io.claribi.query.QueryChecker.RowLimit;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.tenancy.OrganizationSlots;
import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.Warehouse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Answers queries about the tables of the current organization. */
@Component
public class Queries {
    private final Warehouse warehouse;
    private final QuerySettings settings;
    private final Clock clock;
    private final ResultCache cache;
    private final OrganizationSlots slots;
    private final long mostBytes;
    private final QueryCompiler compiler = new QueryCompiler(DuckDbDialect.INSTANCE);

    Queries(Warehouse warehouse, QuerySettings settings, ResultCache cache, RequestMemory memory, Clock clock) {
        this.warehouse = warehouse;
        this.settings = settings;
        this.clock = clock;
        this.cache = cache;
        this.slots = new OrganizationSlots(
                settings.concurrency(),
                settings.maxWait(),
                () -> new AppException(
                        QueryError.TOO_MANY_QUERIES,
                        "Too many queries of your organization are running. Try again in a moment."));
        // What would never fit beside anything else is too large, and not just too much for now.
        this.mostBytes = Math.min(settings.resultSize().toBytes(), memory.perOrganization() / 4 * 3);
    }

    /**
     * Answers a query, from the cache if it has been asked before about the same rows.
     *
     * @param hold takes the memory of the result, and keeps it until it is closed
     * @throws AppException INVALID_QUERY with all that is wrong, RESULT_TOO_LARGE, TOO_MANY_QUERIES, what the hold throws
     *     when memory is short, and what the warehouse throws
     */
    public QueryResult run(QueryTarget target, Query query, RequestMemory.Hold hold) {
        QueryPlan plan = QueryChecker.plan(target.table(), query, RowLimit.OF_RESULTS);
        var key = new ResultCache.Key(target.table().version(), plan, target.rights());
        var computed = new AtomicBoolean();
        var found = cache.get(
                key,
                () -> slots.call(OrganizationScope.current(), () -> {
                    computed.set(true);
                    return compute(target.table(), plan, hold);
                }));
        if (!computed.get()) {
            // Somebody else's, or the cache's, which may forget it while it is being given out.
            hold.take(found.entry().bytes());
        }
        QueryResult result = found.entry().result();
        return found.cached() ? result.fromCache() : result;
    }

    /** All that is wrong with a query, so that it can be told before it is stored; empty for a good one. */
    public List<FieldError> problems(StoredTable table, Query query) {
        return QueryChecker.problems(table, query);
    }

    private ResultCache.Entry compute(StoredTable table, QueryPlan plan, RequestMemory.Hold hold) {
        long began = System.nanoTime();
        CompiledQuery compiled = compiler.compile(table, plan);
        long frame = MemorySize.of(compiled.shownSql()) + MemorySize.of(plan);
        hold.take(frame);
        var collector = new RowCollector(Objects.requireNonNull(plan.limit()), mostBytes, hold::take);
        var rows = warehouse.query(
                compiled.sql(),
                compiled.values(),
                List.of(table),
                settings.timeout(),
                CleanDecimals.of(plan, collector));
        var result = new QueryResult(
                compiled.columns(),
                rows.rows(),
                rows.truncated(),
                false,
                compiled.shownSql(),
                clock.instant(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
        return new ResultCache.Entry(result, frame + rows.bytes());
    }
}
