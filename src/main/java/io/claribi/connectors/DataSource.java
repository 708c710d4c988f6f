package io.claribi.connectors;

import io.claribi.kernel.AccountId;
import io.claribi.warehouse.StoredTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where rows come from.
 *
 * @param type what it is: {@code file}
 * @param format of a file: {@code csv}, {@code xlsx} and so on
 * @param bytes the size of the file as it came
 * @param dashboardId the dashboard that was made for it
 */
public record DataSource(
        DataSourceId id,
        String name,
        String type,
        String format,
        String fileName,
        long bytes,
        SourceStatus status,
        @Nullable String statusReason,
        @Nullable UUID dashboardId,
        AccountId createdBy,
        Instant createdAt,
        @Nullable Instant lastSyncedAt,
        List<StoredTable> tables) {
    public DataSource {
        tables = List.copyOf(tables);
    }

    DataSource with(List<StoredTable> itsTables) {
        return with(status, statusReason, itsTables);
    }

    DataSource paused(String reason) {
        return with(SourceStatus.PAUSED, reason, tables);
    }

    private DataSource with(SourceStatus itsStatus, @Nullable String reason, List<StoredTable> itsTables) {
        return new DataSource(
                id,
                name,
                type,
                format,
                fileName,
                bytes,
                itsStatus,
                reason,
                dashboardId,
                createdBy,
                createdAt,
                lastSyncedAt,
                itsTables);
    }

    /** Whether the account created it. */
    public boolean isBy(AccountId account) {
        return createdBy.equals(account);
    }

    public Optional<StoredTable> findTable(String table) {
        return tables.stream().filter(t -> t.name().equals(table)).findFirst();
    }
}
