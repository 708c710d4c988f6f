package io.claribi.jobs;

import io.claribi.jobs.JobRun.Progress;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.WorkContext;
import io.claribi.tenancy.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JobStore {
    private final Database database;
    private final JsonMapper json;

    JobStore(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void insert(JobId id, String kind, AccountId account, Object payload, Instant now) {
        database.sql("""
                        INSERT INTO jobs.job (id, kind, account_id, trace_id, payload, created_at)
                        VALUES (:id, :kind, :account, :trace, CAST(:payload AS jsonb), :now)
                        """)
                .param("id", id.value())
                .param("kind", kind)
                .param("account", account.value())
                .param("trace", WorkContext.current().traceId().orElseGet(WorkContext::newTraceId))
                .param("payload", json.writeValueAsString(payload))
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Job> find(JobId id) {
        return database.sql("""
                        SELECT id, kind, account_id, trace_id, status, progress, message, attempts, result, error,
                            created_at, finished_at
                        FROM jobs.job
                        WHERE id = :id
                        """).param("id", id.value()).query(this::job).optional();
    }

    /** Newest first, from the one before {@code before} on. */
    List<Job> list(AccountId account, @Nullable UUID before, int limit) {
        return database.sql("""
                        SELECT id, kind, account_id, trace_id, status, progress, message, attempts, result, error,
                            created_at, finished_at
                        FROM jobs.job
                        WHERE account_id = :account
                          AND (CAST(:before AS uuid) IS NULL OR id < CAST(:before AS uuid))
                        ORDER BY id DESC
                        LIMIT :limit
                        """)
                .param("account", account.value())
                .param("before", before)
                .param("limit", limit)
                .query(this::job)
                .list();
    }

    <P> P payload(JobId id, Class<P> type) {
        String payload =
                database.sql("""
                        SELECT payload
                        FROM jobs.job
                        WHERE id = :id
                        """).param("id", id.value()).query(String.class).single();
        return json.readValue(payload, type);
    }

    <P> List<P> listUnfinished(String kind, Class<P> payloadType) {
        return database.sql("""
                        SELECT payload
                        FROM jobs.job
                        WHERE kind = :kind
                          AND status IN ('queued', 'running')
                        """).param("kind", kind).query(String.class).list().stream()
                .map(payload -> json.readValue(payload, payloadType))
                .toList();
    }

    /** Marks an unfinished job as running and counts the attempt. */
    boolean start(JobId id) {
        return database.sql("""
                        UPDATE jobs.job
                        SET status = 'running', attempts = attempts + 1, progress = 0
                        WHERE id = :id
                          AND status IN ('queued', 'running')
                        """).param("id", id.value()).update() == 1;
    }

    /** Keeps the progress and tells whether somebody asked to cancel. */
    boolean progress(JobId id, Progress progress) {
        return database.sql("""
                        UPDATE jobs.job
                        SET progress = :progress, message = :message
                        WHERE id = :id
                          AND status = 'running'
                        RETURNING cancel_requested
                        """)
                .param("id", id.value())
                .param("progress", progress.fraction())
                .param("message", progress.message())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    boolean requestCancel(JobId id) {
        return database.sql("""
                        UPDATE jobs.job
                        SET cancel_requested = true
                        WHERE id = :id
                          AND status IN ('queued', 'running')
                        """).param("id", id.value()).update() == 1;
    }

    /** Ends a job that has not ended yet. */
    boolean finish(JobId id, JobStatus status, @Nullable Object result, @Nullable JobFailure error, Instant now) {
        return database.sql("""
                        UPDATE jobs.job
                        SET status = :status,
                            progress = CASE WHEN :status = 'succeeded' THEN 1 ELSE progress END,
                            message = NULL,
                            result = CAST(:result AS jsonb),
                            error = CAST(:error AS jsonb),
                            finished_at = :now
                        WHERE id = :id
                          AND status IN ('queued', 'running')
                        """)
                        .param("id", id.value())
                        .param("status", status.wireName())
                        .param("result", result == null ? null : json.writeValueAsString(result))
                        .param("error", error == null ? null : json.writeValueAsString(error))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Takes the organization's jobs from the queue. */
    void unschedule(OrganizationId organization) {
        database.sql("""
                        DELETE FROM jobs.scheduled_task
                        WHERE task_data = convert_to(:organization, 'UTF8')
                        """).param("organization", organization.value().toString()).update();
    }

    private Job job(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        String error = row.getString("error");
        Timestamp finishedAt = row.getTimestamp("finished_at");
        return new Job(
                new JobId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                new AccountId(row.getObject("account_id", UUID.class)),
                Objects.requireNonNullElseGet(row.getString("trace_id"), WorkContext::newTraceId),
                JobStatus.ofWireName(row.getString("status")),
                row.getDouble("progress"),
                row.getString("message"),
                row.getInt("attempts"),
                result == null ? null : json.readValue(result, JsonNode.class),
                error == null ? null : json.readValue(error, JobFailure.class),
                row.getTimestamp("created_at").toInstant(),
                finishedAt == null ? null : finishedAt.toInstant());
    }
}
