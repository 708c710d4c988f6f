package io.claribi.warehouse.duckdb;

import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.OrganizationFolder;
import io.claribi.tenancy.OrganizationMemory;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.warehouse.RowReader;
import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.Warehouse;
import io.claribi.warehouse.WarehouseError;
import io.claribi.warehouse.WarehouseSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The warehouse in this process: DuckDB over the organization's Parquet files. */
@Component
public final class DuckWarehouse implements Warehouse, OrganizationMemory, AutoCloseable {
    private final DataDirectory data;
    private final Duration patience;
    private final FairSlots slots;
    private final SessionPool pool;
    private final SelectGuard guard = new SelectGuard();
    private final ScheduledExecutorService reaper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("warehouse-idle").factory());

    private final ScheduledFuture<?> ending;

    @Autowired
    DuckWarehouse(DataDirectory data, WarehouseSettings settings) {
        this(data, settings, Clock.systemUTC());
    }

    public DuckWarehouse(DataDirectory data, WarehouseSettings settings, Clock clock) {
        this.data = data;
        this.patience = settings.patience();
        this.slots = new FairSlots(settings.sessions(), settings.sessionsPerOrganization());
        this.pool = new SessionPool(
                new SessionLimits(settings.memory(), settings.threads(), settings.spill()),
                settings.sessions(),
                settings.idle(),
                clock);
        long pause = Math.max(1, settings.idle().toMillis() / 2);
        this.ending = reaper.scheduleWithFixedDelay(pool::endOld, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public <R> R query(
            String sql, List<Object> values, List<StoredTable> tables, Duration timeout, RowReader<R> reader) {
        var folder = OrganizationFolder.of(data, OrganizationScope.current());
        long deadline = System.nanoTime() + timeout.toNanos();
        Duration wait = timeout.compareTo(patience) < 0 ? timeout : patience;
        try (var slot = slots.take(folder.organization(), wait)) {
            RelationSession session = pool.lend(folder);
            try {
                Duration left = Duration.ofNanos(deadline - System.nanoTime());
                return session.session()
                        .call(
                                duck -> {
                                    guard.check(duck, sql);
                                    session.show(duck, tables);
                                    return new ResultStream(duck, sql, values, tables).into(reader);
                                },
                                left,
                                DuckSession.Supervisor.NONE);
            } finally {
                pool.giveBack(session);
            }
        } catch (TimeoutException e) {
            throw new AppException(
                            WarehouseError.QUERY_TIMEOUT,
                            "The query took longer than %d seconds and was stopped. Narrow it by a filter or a shorter period."
                                    .formatted(timeout.toSeconds()))
                    .causedBy(e);
        } catch (DuckException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(DuckException failure) {
        return switch (failure.kind()) {
            case INTERRUPTED ->
                new AppException(WarehouseError.QUERY_CANCELLED, "The query was cancelled.").causedBy(failure);
            case OUT_OF_MEMORY ->
                new AppException(
                                WarehouseError.QUERY_TOO_LARGE,
                                "The query needs more memory than it may take. Ask for fewer columns, group by fewer values, or narrow it by a filter.")
                        .causedBy(failure);
            case OUT_OF_RANGE ->
                new AppException(
                                WarehouseError.QUERY_OUT_OF_RANGE,
                                "The query can't be computed: a number or a date becomes larger than can be held.")
                        .causedBy(failure);
            case FILE_ACCESS ->
                new AppException(
                                WarehouseError.TABLE_GONE,
                                "The table was replaced or deleted meanwhile. Please load it again.")
                        .causedBy(failure);
            case INTERNAL, OTHER -> new IllegalStateException("DuckDB refused a query of ours", failure);
        };
    }

    @Override
    public void forget(OrganizationId organization) {
        pool.end(organization);
    }

    @Override
    public void forgetAll() {
        pool.endIdle();
    }

    @Override
    public void close() {
        ending.cancel(false);
        reaper.shutdown();
        pool.close();
    }
}
