package io.claribi.connectors;

import static io.claribi.connectors.ConnectorsError.DATA_SOURCE_NAME_TAKEN;
import static io.claribi.connectors.ConnectorsError.TABLE_NOT_FOUND;

import io.claribi.connectors.DataSourceChanged.DataSourceDeleted;
import io.claribi.connectors.DataSourceChanged.DataSourceUpdated;
import io.claribi.http.Permissions;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.FieldError;
import io.claribi.kernel.Page;
import io.claribi.kernel.Permission;
import io.claribi.tenancy.Organizations;
import io.claribi.warehouse.ColumnStatistics;
import io.claribi.warehouse.ImportedFile.ImportedTable;
import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.TableVersionId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The data sources of the current organization. */
@Component
public class DataSources {
    private final DataSourceStore sources;
    private final SourceTableStore tables;
    private final RetiredTables retired;
    private final SourceAllowance allowance;
    private final Organizations organizations;
    private final ApplicationEventPublisher events;

    DataSources(
            DataSourceStore sources,
            SourceTableStore tables,
            RetiredTables retired,
            SourceAllowance allowance,
            Organizations organizations,
            ApplicationEventPublisher events) {
        this.sources = sources;
        this.tables = tables;
        this.retired = retired;
        this.allowance = allowance;
        this.organizations = organizations;
        this.events = events;
    }

    /**
     * @throws AppException DATA_SOURCE_NOT_FOUND
     */
    @Transactional(readOnly = true)
    public DataSource get(DataSourceId id) {
        return allowance.judged(List.of(sources.get(id))).getFirst();
    }

    /**
     * @throws AppException DATA_SOURCE_NOT_FOUND, TABLE_NOT_FOUND
     */
    @Transactional(readOnly = true)
    public StoredTable getTable(DataSourceId id, String table) {
        DataSource source = sources.get(id);
        return source.findTable(table)
                .orElseThrow(() -> new AppException(
                        TABLE_NOT_FOUND, "The data source %s has no such table.".formatted(source.name())));
    }

    @Transactional(readOnly = true)
    public Optional<StoredTable> findTable(DataSourceId id, String table) {
        return tables.find(id, table);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<DataSource> list(@Nullable UUID before, int pageSize) {
        return Page.of(
                allowance.judged(sources.list(before, pageSize + 1)),
                pageSize,
                source -> source.id().value());
    }

    /** What is known of every table's values, and what of the file could not be read. */
    @Transactional(readOnly = true)
    public List<ImportedTable> listProfiles(DataSourceId id) {
        sources.get(id);
        return tables.listProfiled(id);
    }

    /** What is known of the values of a table's column. */
    @Transactional(readOnly = true)
    public Optional<ColumnStatistics> findStatistics(TableVersionId table, String column) {
        return tables.findStatistics(table, column);
    }

    /**
     * @throws AppException DATA_SOURCE_NOT_FOUND, PERMISSION_DENIED, DATA_SOURCE_NAME_TAKEN, INVALID_NAME
     */
    @Transactional
    public DataSource rename(Caller caller, DataSourceId id, String typed) {
        DataSource before = sources.get(id);
        Permissions.check(caller, Permission.EDIT_DATA_SOURCE, before.createdBy());
        SourceName name = SourceName.of(typed);
        organizations.lock();
        checkFree(name, id);
        sources.rename(id, name);
        DataSource after = get(id);
        events.publishEvent(new DataSourceUpdated(after, before.name()));
        return after;
    }

    /**
     * Whether the caller, who may upload files, may put the rows of one in place of the source's: into what somebody else
     * created, whoever may edit it.
     *
     * @throws AppException DATA_SOURCE_NOT_FOUND, PERMISSION_DENIED
     */
    @Transactional(readOnly = true)
    public void checkCanReplace(Caller caller, DataSourceId id) {
        DataSource source = get(id);
        if (!source.isBy(caller.account())) {
            Permissions.check(caller, Permission.EDIT_DATA_SOURCE, source.createdBy());
        }
    }

    /**
     * Deletes the source, its tables and, once that is committed, their files.
     *
     * @throws AppException DATA_SOURCE_NOT_FOUND, PERMISSION_DENIED
     */
    @Transactional
    public void delete(Caller caller, DataSourceId id) {
        DataSource source = sources.get(id);
        Permissions.check(caller, Permission.DELETE_DATA_SOURCE, source.createdBy());
        List<TableVersionId> versions = tables.deleteAll(id);
        sources.delete(id);
        events.publishEvent(new DataSourceDeleted(source));
        retired.deleteAfterCommit(versions);
    }

    /** Tells the source which dashboard was made for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void linkDashboard(DataSourceId id, UUID dashboard) {
        sources.link(id, dashboard);
    }

    /** Tells the source that its dashboard is gone, if that was the one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void unlinkDashboard(DataSourceId id, UUID dashboard) {
        sources.unlink(id, dashboard);
    }

    private void checkFree(SourceName name, DataSourceId except) {
        if (sources.isNameTaken(name, except)) {
            String message = "There is already a data source named %s.".formatted(name.value());
            throw new AppException(DATA_SOURCE_NAME_TAKEN, message, List.of(new FieldError("name", message)));
        }
    }
}
