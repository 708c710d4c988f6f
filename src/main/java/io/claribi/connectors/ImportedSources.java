package io.claribi.connectors;

import io.claribi.connectors.DataSourceChanged.DataSourceCreated;
import io.claribi.connectors.DataSourceChanged.DataSourceSynced;
import io.claribi.kernel.AccountId;
import io.claribi.plans.Entitlements;
import io.claribi.plans.Limit;
import io.claribi.warehouse.ImportedFile;
import io.claribi.warehouse.ImportedTable;
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
    private final TableFiles files;
    private final Entitlements entitlements;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportedSources(
            DataSourceStore sources,
            SourceTableStore tables,
            TableFiles files,
            Entitlements entitlements,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sources = sources;
        this.tables = tables;
        this.files = files;
        this.entitlements = entitlements;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes the source, or replaces the tables of the one that is there.
     *
     * @throws io.claribi.kernel.AppException PLAN_LIMIT_REACHED, DATA_SOURCE_NOT_FOUND
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DataSource register(FileImport work, ImportedFile imported, AccountId account) {
        return work.replaces() ? replace(work, imported) : create(work, imported, account);
    }

    private DataSource create(FileImport work, ImportedFile imported, AccountId account) {
        entitlements.reserve(Limit.DATA_SOURCES, sources::count, 1);
        entitlements.reserve(Limit.STORAGE, tables::storedBytes, imported.bytes());
        Instant now = clock.instant();
        sources.insert(new DataSource(
                work.source(),
                freeName(work).value(),
                "file",
                imported.format().wireName(),
                work.file().fileName(),
                work.file().bytes(),
                SourceStatus.ACTIVE,
                null,
                null,
                account,
                now,
                now,
                List.of()));
        insertTables(work, imported);
        events.publishEvent(new DataSourceCreated(sources.get(work.source()), imported.tables()));
        return sources.get(work.source());
    }

    private DataSource replace(FileImport work, ImportedFile imported) {
        sources.get(work.source());
        files.deleteAfterCommit(tables.deleteAll(work.source()));
        entitlements.reserve(Limit.STORAGE, tables::storedBytes, imported.bytes());
        sources.replaced(
                work.source(), imported.format().wireName(), work.file().fileName(), work.file().bytes(), clock.instant());
        insertTables(work, imported);
        DataSource source = sources.get(work.source());
        events.publishEvent(new DataSourceSynced(source));
        return source;
    }

    private void insertTables(FileImport work, ImportedFile imported) {
        List<ImportedTable> all = imported.tables();
        IntStream.range(0, all.size()).forEach(i -> tables.insert(work.source(), i, all.get(i)));
    }

    /** The wanted name, numbered if another source has it. Nobody else takes it: the reservation holds the organization. */
    private SourceName freeName(FileImport work) {
        SourceName wanted = SourceName.of(work.name());
        return Stream.concat(Stream.of(wanted), IntStream.iterate(2, n -> n + 1).mapToObj(wanted::numbered))
                .filter(name -> !sources.isNameTaken(name, work.source()))
                .findFirst()
                .orElseThrow();
    }
}
