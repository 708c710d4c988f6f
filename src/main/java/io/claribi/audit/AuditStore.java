package io.claribi.audit;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AuditableEvent;
import io.claribi.kernel.AuditableEvent.AuditTarget;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Credential;
import io.claribi.kernel.WorkContext;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AuditStore {
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final Database database;
    private final JsonMapper json;

    AuditStore(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void insert(
            UUID id,
            Instant occurredAt,
            String actorType,
            @Nullable AccountId actor,
            AuditableEvent event,
            WorkContext context) {
        Optional<Credential.ApiKey> key = context.caller().flatMap(Caller::findApiKey);
        database.sql("""
                        INSERT INTO audit.event (id, occurred_at, actor_type, actor_id, api_key_id, api_key_name, type,
                            target_type, target_id, target_name, outcome, ip, user_agent, trace_id, details)
                        VALUES (:id, :occurredAt, :actorType, :actorId, :apiKeyId, :apiKeyName, :type,
                            :targetType, :targetId, :targetName, :outcome, CAST(:ip AS inet), :userAgent, :traceId,
                            CAST(:details AS jsonb))
                        """)
                .param("id", id)
                .param("occurredAt", Timestamp.from(occurredAt))
                .param("actorType", actorType)
                .param("actorId", actor == null ? null : actor.value())
                .param("apiKeyId", key.map(Credential.ApiKey::id).orElse(null))
                .param("apiKeyName", key.map(Credential.ApiKey::name).orElse(null))
                .param("type", event.auditType())
                .param("targetType", event.auditTarget().type())
                .param("targetId", event.auditTarget().id())
                .param("targetName", event.auditTarget().name())
                .param("outcome", event.auditOutcome().name().toLowerCase(Locale.ROOT))
                .param("ip", context.ip().orElse(null))
                .param("userAgent", context.userAgent().orElse(null))
                .param("traceId", context.traceId().orElse(null))
                .param("details", json.writeValueAsString(event.auditDetails()))
                .update();
    }

    /** What the account did, newest first, from the row before {@code before} on. */
    List<AuditRecord> list(AccountId actor, @Nullable UUID before, int limit) {
        return database.sql("""
                        SELECT id, occurred_at, api_key_id, api_key_name, type, target_type, target_id, target_name,
                            outcome, host(ip) AS address, user_agent, details
                        FROM audit.event
                        WHERE actor_id = :actor
                          AND (CAST(:before AS uuid) IS NULL OR id < CAST(:before AS uuid))
                        ORDER BY id DESC
                        LIMIT :limit
                        """)
                .param("actor", actor.value())
                .param("before", before)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    AuditRecord entry(ResultSet row, int number) throws SQLException {
        UUID key = row.getObject("api_key_id", UUID.class);
        return new AuditRecord(
                row.getObject("id", UUID.class),
                row.getTimestamp("occurred_at").toInstant(),
                key == null ? null : new Credential.ApiKey(key, row.getString("api_key_name")),
                row.getString("type"),
                new AuditTarget(
                        row.getString("target_type"),
                        row.getObject("target_id", UUID.class),
                        row.getString("target_name")),
                row.getString("outcome"),
                row.getString("address"),
                row.getString("user_agent"),
                json.readValue(row.getString("details"), DETAILS));
    }
}
