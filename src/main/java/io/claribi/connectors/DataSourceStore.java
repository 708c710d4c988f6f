package io.claribi.connectors;

import static io.claribi.connectors.ConnectorsError.DATA_SOURCE_NOT_FOUND;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class DataSourceStore {
    private final Database database;
    private final SourceTableStore tables;

    DataSourceStore(Database database, SourceTableStore tables) {
        this.database = database;
        this.tables = tables;
    }

    Optional<DataSource> find(DataSourceId id) {
        return database.sql("""
                        SELECT id, name, type, format, file_name, bytes, status, status_reason, dashboard_id,
                            created_by, created_at, last_synced_at
                        FROM connectors.data_source
                        WHERE id = :id
                        """)
                .param("id", id.value())
                .query(DataSourceStore::source)
                .optional()
                .map(source -> withTables(List.of(source)).getFirst());
    }

    /**
     * @throws AppException DATA_SOURCE_NOT_FOUND
     */
    DataSource get(DataSourceId id) {
        return find(id).orElseThrow(() ->
                new AppException(DATA_SOURCE_NOT_FOUND, "There is no data source %s.".formatted(id.value())));
    }

    /** Newest first, from the one before {@code before} on. */
    List<DataSource> list(@Nullable UUID before, int limit) {
        return withTables(database.sql("""
                        SELECT id, name, type, format, file_name, bytes, status, status_reason, dashboard_id,
                            created_by, created_at, last_synced_at
                        FROM connectors.data_source
                        WHERE CAST(:before AS uuid) IS NULL OR id < CAST(:before AS uuid)
                        ORDER BY id DESC
                        LIMIT :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query(DataSourceStore::source)
                .list());
    }

    private List<DataSource> withTables(List<DataSource> sources) {
        var found = tables.of(sources.stream().map(DataSource::id).toList());
        return sources.stream()
                .map(source -> source.with(found.getOrDefault(source.id(), List.of())))
                .toList();
    }

    long count() {
        return database.sql("""
                        SELECT count(*)
                        FROM connectors.data_source
                        """).query(Long.class).single();
    }

    /** The source's place among all, the oldest first, from 1 on. */
    long place(DataSourceId id) {
        return database.sql("""
                        SELECT count(*)
                        FROM connectors.data_source
                        WHERE id <= :id
                        """).param("id", id.value()).query(Long.class).single();
    }

    Set<DataSourceId> listOldest(long number) {
        return Set.copyOf(database.sql("""
                        SELECT id
                        FROM connectors.data_source
                        ORDER BY id
                        LIMIT :number
                        """)
                .param("number", number)
                .query((row, rowNumber) -> new DataSourceId(row.getObject("id", UUID.class)))
                .list());
    }

    /** What all tables take on disk. */
    long storedBytes() {
        return database.sql("""
                        SELECT coalesce(sum(stored_bytes), 0)
                        FROM connectors.data_source
                        """).query(Long.class).single();
    }

    /** What the tables of all other sources take on disk. */
    long storedBytesBut(DataSourceId id) {
        return database.sql("""
                        SELECT coalesce(sum(stored_bytes), 0)
                        FROM connectors.data_source
                        WHERE id <> :id
                        """).param("id", id.value()).query(Long.class).single();
    }

    boolean isNameTaken(SourceName name, DataSourceId except) {
        return database.sql("""
                        SELECT EXISTS (
                            SELECT 1
                            FROM connectors.data_source
                            WHERE lower(name) = lower(:name)
                              AND id <> :except)
                        """)
                .param("name", name.value())
                .param("except", except.value())
                .query(Boolean.class)
                .single();
    }

    void insert(DataSource source, long storedBytes) {
        database.sql("""
                        INSERT INTO connectors.data_source
                            (id, name, type, format, file_name, bytes, stored_bytes, status, created_by, created_at,
                                last_synced_at)
                        VALUES (:id, :name, :type, :format, :fileName, :bytes, :storedBytes, :status, :createdBy, :createdAt,
                            :createdAt)
                        """)
                .param("id", source.id().value())
                .param("name", source.name())
                .param("type", source.type())
                .param("format", source.format())
                .param("fileName", source.fileName())
                .param("bytes", source.bytes())
                .param("storedBytes", storedBytes)
                .param("status", source.status().wireName())
                .param("createdBy", source.createdBy().value())
                .param("createdAt", Timestamp.from(source.createdAt()))
                .update();
    }

    void replaced(DataSourceId id, String format, UploadedFile file, long storedBytes, Instant now) {
        database.sql("""
                        UPDATE connectors.data_source
                        SET format = :format, file_name = :fileName, bytes = :bytes, stored_bytes = :storedBytes,
                            status = 'active', status_reason = NULL, last_synced_at = :now
                        WHERE id = :id
                        """)
                .param("id", id.value())
                .param("format", format)
                .param("fileName", file.fileName())
                .param("bytes", file.bytes())
                .param("storedBytes", storedBytes)
                .param("now", Timestamp.from(now))
                .update();
    }

    void rename(DataSourceId id, SourceName name) {
        database.sql("""
                        UPDATE connectors.data_source
                        SET name = :name
                        WHERE id = :id
                        """).param("id", id.value()).param("name", name.value()).update();
    }

    void link(DataSourceId id, UUID dashboard) {
        database.sql("""
                        UPDATE connectors.data_source
                        SET dashboard_id = :dashboard
                        WHERE id = :id
                        """).param("id", id.value()).param("dashboard", dashboard).update();
    }

    void unlink(DataSourceId id, UUID dashboard) {
        database.sql("""
                        UPDATE connectors.data_source
                        SET dashboard_id = NULL
                        WHERE id = :id
                          AND dashboard_id = :dashboard
                        """).param("id", id.value()).param("dashboard", dashboard).update();
    }

    void changeCreator(AccountId former, AccountId heir) {
        database.sql("""
                        UPDATE connectors.data_source
                        SET created_by = :heir
                        WHERE created_by = :former
                        """)
                .param("heir", heir.value())
                .param("former", former.value())
                .update();
    }

    boolean delete(DataSourceId id) {
        return database.sql("""
                        DELETE FROM connectors.data_source
                        WHERE id = :id
                        """).param("id", id.value()).update() == 1;
    }

    private static DataSource source(ResultSet row, int number) throws SQLException {
        var id = new DataSourceId(row.getObject("id", UUID.class));
        Timestamp syncedAt = row.getTimestamp("last_synced_at");
        return new DataSource(
                id,
                row.getString("name"),
                row.getString("type"),
                row.getString("format"),
                row.getString("file_name"),
                row.getLong("bytes"),
                SourceStatus.ofWireName(row.getString("status")),
                row.getString("status_reason"),
                row.getObject("dashboard_id", UUID.class),
                new AccountId(row.getObject("created_by", UUID.class)),
                row.getTimestamp("created_at").toInstant(),
                syncedAt == null ? null : syncedAt.toInstant(),
                List.of());
    }
}
