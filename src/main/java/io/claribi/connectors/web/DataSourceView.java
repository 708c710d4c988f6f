package io.claribi.connectors.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.claribi.connectors.DataSource;
import io.claribi.connectors.SourceStatus;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.ColumnType;
import io.claribi.warehouse.FileFormat;
import io.claribi.warehouse.StoredTable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
record DataSourceView(
        UUID id,
        String name,
        String type,
        @Schema(implementation = FileFormat.class) String format,
        String fileName,
        long bytes,
        SourceStatus status,
        @Nullable String statusReason,
        List<TableView> tables,
        Instant createdAt,
        @Nullable Instant lastSyncedAt,
        @Nullable UUID dashboardId,
        DataSourceRights can) {

    static DataSourceView of(DataSource source, Caller caller) {
        return new DataSourceView(
                source.id().value(),
                source.name(),
                source.type(),
                source.format(),
                source.fileName(),
                source.bytes(),
                source.status(),
                source.statusReason(),
                source.tables().stream().map(TableView::of).toList(),
                source.createdAt(),
                source.lastSyncedAt(),
                source.dashboardId(),
                new DataSourceRights(
                        caller.can(Permission.EDIT_DATA_SOURCE, source.createdBy()),
                        caller.can(Permission.UPLOAD_FILES)
                                && (source.isBy(caller.account())
                                        || caller.can(Permission.EDIT_DATA_SOURCE, source.createdBy())),
                        caller.can(Permission.DELETE_DATA_SOURCE, source.createdBy())));
    }

    /** What the caller may do with the source. */
    record DataSourceRights(boolean edit, boolean replace, boolean delete) {}

    record TableView(String name, long rows, List<ColumnView> columns) {
        static TableView of(StoredTable table) {
            return new TableView(
                    table.name(),
                    table.rows(),
                    table.columns().stream().map(ColumnView::of).toList());
        }
    }

    record ColumnView(String name, ColumnType type) {
        static ColumnView of(Column column) {
            return new ColumnView(column.name(), column.type());
        }
    }
}
