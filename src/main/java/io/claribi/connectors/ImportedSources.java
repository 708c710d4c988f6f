package io.claribi.connectors;

import io.claribi.connectors.DataSourceChanged.DataSourceCreated;
import io.claribi.connectors.DataSourceChanged.DataSourceSynced;
import io.claribi.jobs.JobRun;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.Permission;
import io.claribi.warehouse.ImportedFile;
import io.claribi.warehouse.ImportedFile.ImportedTable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Registers what was imported as a data source, in the transaction that ends the job. */
@Component
class ImportedSources {
    private final DataSourceStore sources;
    private final SourceTableStore tables;
    private final RetiredTables retired;
    private final SourceAllowance allowance;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportedSources(
            DataSourceStore sources,
            SourceTableStore tables,
            RetiredTables retired,
            SourceAllowance allowance,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sources = sources;
        this.tables = tables;
        this.retired = retired;
        this.allowance = allowance;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes the source, or replaces the tables of the one that is there.
     *
     * @throws io.claribi.kernel.AppException PLAN_LIMIT_REACHED, DATA_SOURCE_NOT_FOUND, PERMISSION_DENIED
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DataSource register(ImportOrder order, ImportedFile imported, JobRun run) {
        return order.replaces() ? replace(order, imported, run) : create(order, imported, run.account());
    }

    /**
     * Holds what an import stores against the plan while it is being made.
     *
     * @throws io.claribi.kernel.AppException PLAN_LIMIT_REACHED
     */
    @Transactional(readOnly = true)
    public void checkStorage(ImportOrder order, long bytes) {
        allowance.checkStorage(order.source(), bytes);
    }

    private DataSource create(ImportOrder order, ImportedFile imported, AccountId account) {
        allowance.reservePlace();
        allowance.reserveStorage(order.source(), imported.storedBytes());
        Instant now = clock.instant();
        sources.insert(
                new DataSource(
                        order.source(),
                        freeName(order).value(),
                        "file",
                        imported.format().wireName(),
                        order.file().fileName(),
                        order.file().bytes(),
                        SourceStatus.ACTIVE,
                        null,
                        null,
                        account,
                        now,
                        now,
                        List.of()),
                imported.storedBytes());
        insertTables(order, imported);
        events.publishEvent(new DataSourceCreated(sources.get(order.source()), imported.tables()));
        return sources.get(order.source());
    }

    private DataSource replace(ImportOrder order, ImportedFile imported, JobRun run) {
        DataSource former = sources.get(order.source());
        if (!former.isBy(run.account())) {
            run.checkCan(Permission.EDIT_DATA_SOURCE, former.createdBy());
        }
        allowance.checkGoesOn(order.source());
        retired.deleteAfterCommit(tables.deleteAll(order.source()));
        allowance.reserveStorage(order.source(), imported.storedBytes());
        sources.replaced(
                order.source(), imported.format().wireName(), order.file(), imported.storedBytes(), clock.instant());
        insertTables(order, imported);
        DataSource source = sources.get(order.source());
        events.publishEvent(new DataSourceSynced(source));
        return source;
    }

    private void insertTables(ImportOrder order, ImportedFile imported) {
        List<ImportedTable> all = imported.tables();
        IntStream.range(0, all.size()).forEach(i -> tables.insert(order.source(), i, all.get(i)));
    }

    /** The wanted name, numbered if another source has it. Nobody else takes it: the reservation holds the organization. */
    private SourceName freeName(ImportOrder order) {
        SourceName wanted = SourceName.of(order.name());
        return Stream.concat(Stream.of(wanted), IntStream.iterate(2, n -> n + 1).mapToObj(wanted::numbered))
                .filter(name -> !sources.isNameTaken(name, order.source()))
                .findFirst()
                .orElseThrow();
    }
}
