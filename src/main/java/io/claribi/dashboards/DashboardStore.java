package io.claribi.dashboards;

import static io.claribi.dashboards.DashboardError.INVALID_DASHBOARD;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DashboardStore {
    private static final int MOST_CHARACTERS = 256 * 1024;

    private final Database database;
    private final JsonMapper json;
    private final StoredParts parts;

    DashboardStore(Database database, JsonMapper json, StoredParts parts) {
        this.database = database;
        this.json = json;
        this.parts = parts;
    }

    Optional<Dashboard> find(DashboardId id) {
        return database.sql("""
                        SELECT id, name, data_source_id, widgets, filters, revision, created_by, created_at, updated_at
                        FROM dashboards.dashboard
                        WHERE id = :id
                        """).param("id", id.value()).query(this::dashboard).optional();
    }

    /** Newest first, from the one before {@code before} on. */
    List<DashboardSummary> list(@Nullable UUID before, int limit) {
        return database.sql("""
                        SELECT id, name, data_source_id, jsonb_array_length(widgets) AS widget_count, created_by, created_at,
                            updated_at
                        FROM dashboards.dashboard
                        WHERE CAST(:before AS uuid) IS NULL OR id < CAST(:before AS uuid)
                        ORDER BY id DESC
                        LIMIT :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new DashboardSummary(
                        new DashboardId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getObject("data_source_id", UUID.class),
                        row.getInt("widget_count"),
                        new AccountId(row.getObject("created_by", UUID.class)),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("updated_at").toInstant()))
                .list();
    }

    List<Dashboard> listOf(UUID dataSource) {
        return database.sql("""
                        SELECT id, name, data_source_id, widgets, filters, revision, created_by, created_at, updated_at
                        FROM dashboards.dashboard
                        WHERE data_source_id = :dataSource
                        """)
                .param("dataSource", dataSource)
                .query(this::dashboard)
                .list();
    }

    long count() {
        return database.sql("""
                        SELECT count(*)
                        FROM dashboards.dashboard
                        """).query(Long.class).single();
    }

    void insert(DashboardId id, DashboardContent content, AccountId account, Instant now) {
        database.sql("""
                        INSERT INTO dashboards.dashboard
                            (id, name, data_source_id, widgets, filters, created_by, created_at, updated_at)
                        VALUES (:id, :name, :dataSource, CAST(:widgets AS jsonb), CAST(:filters AS jsonb), :account, :now, :now)
                        """)
                .param("id", id.value())
                .param("name", content.name())
                .param("dataSource", content.dataSourceId())
                .param("widgets", text(content.widgets()))
                .param("filters", text(content.filters()))
                .param("account", account.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Keeps the content if the dashboard is still at the revision that it was made from. */
    boolean update(DashboardId id, long revision, DashboardContent content, Instant now) {
        return database.sql("""
                        UPDATE dashboards.dashboard
                        SET name = :name,
                            widgets = CAST(:widgets AS jsonb),
                            filters = CAST(:filters AS jsonb),
                            revision = revision + 1,
                            updated_at = :now
                        WHERE id = :id
                          AND revision = :revision
                        """)
                        .param("id", id.value())
                        .param("revision", revision)
                        .param("name", content.name())
                        .param("widgets", text(content.widgets()))
                        .param("filters", text(content.filters()))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /**
     * @throws AppException INVALID_DASHBOARD if it is too much to be kept
     */
    private String text(Object part) {
        String text = json.writeValueAsString(part);
        if (text.length() > MOST_CHARACTERS) {
            throw new AppException(
                    INVALID_DASHBOARD,
                    "The dashboard can't be kept: its widgets or filters have more than %,d characters."
                            .formatted(MOST_CHARACTERS));
        }
        return text;
    }

    void changeCreator(AccountId former, AccountId heir) {
        database.sql("""
                        UPDATE dashboards.dashboard
                        SET created_by = :heir
                        WHERE created_by = :former
                        """)
                .param("heir", heir.value())
                .param("former", former.value())
                .update();
    }

    void delete(DashboardId id) {
        database.sql("""
                        DELETE FROM dashboards.dashboard
                        WHERE id = :id
                        """).param("id", id.value()).update();
    }

    private Dashboard dashboard(ResultSet row, int number) throws SQLException {
        var stored = parts.read(row.getString("widgets"), row.getString("filters"));
        return new Dashboard(
                new DashboardId(row.getObject("id", UUID.class)),
                new DashboardContent(
                        row.getString("name"),
                        row.getObject("data_source_id", UUID.class),
                        stored.widgets(),
                        stored.filters()),
                row.getLong("revision"),
                new AccountId(row.getObject("created_by", UUID.class)),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
