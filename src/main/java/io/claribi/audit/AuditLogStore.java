package io.claribi.audit;

import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class AuditLogStore {
    // By the primary key, or the index of what narrows it most; of a million rows none reads more than a page wants.
    static final String SEARCH = """
            SELECT e.id, e.occurred_at, e.actor_type, e.actor_id, a.email AS actor_email, e.api_key_id, e.api_key_name,
                e.type, e.target_type, e.target_id, e.target_name, e.outcome, host(e.ip) AS address, e.user_agent,
                e.details
            FROM audit.event e
            LEFT JOIN identity.account a ON a.id = e.actor_id
            WHERE e.id >= :firstId AND e.id < :endId
              AND e.occurred_at >= :from AND e.occurred_at < :to
              AND (CAST(:actor AS uuid) IS NULL OR e.actor_id = CAST(:actor AS uuid))
              AND (CAST(:apiKey AS uuid) IS NULL OR e.api_key_id = CAST(:apiKey AS uuid))
              AND (CAST(:type AS text) IS NULL OR e.type = CAST(:type AS text))
              AND (CAST(:target AS uuid) IS NULL OR e.target_id = CAST(:target AS uuid))
            ORDER BY e.id DESC
            LIMIT :limit
            """;

    private final Database database;
    private final AuditStore events;

    AuditLogStore(Database database, AuditStore events) {
        this.database = database;
        this.events = events;
    }

    /** Newest first. */
    List<LoggedEvent> search(
            AuditPeriod period, @Nullable UUID actor, AuditFilter filter, @Nullable UUID before, int limit) {
        // Which index is best depends on what is absent, which a plan made for all values can't know.
        database.sql("SET LOCAL plan_cache_mode = force_custom_plan").update();
        return database.sql(SEARCH)
                .param("firstId", period.firstId())
                .param("endId", end(period, before))
                .param("from", Timestamp.from(period.from()))
                .param("to", Timestamp.from(period.to()))
                .param("actor", actor)
                .param("apiKey", filter.apiKey())
                .param("type", filter.type())
                .param("target", filter.target())
                .param("limit", limit)
                .query(this::event)
                .list();
    }

    /** Ids are compared as PostgreSQL does: as texts of one form they sort alike. */
    private static UUID end(AuditPeriod period, @Nullable UUID before) {
        UUID end = period.endId();
        return before != null && before.toString().compareTo(end.toString()) < 0 ? before : end;
    }

    private LoggedEvent event(ResultSet row, int number) throws SQLException {
        return new LoggedEvent(
                events.entry(row, number),
                row.getString("actor_type"),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_email"));
    }
}
