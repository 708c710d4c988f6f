package io.claribi.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.claribi.kernel.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A job on the wire, for every route that answers with one. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobView(
        UUID id,
        String kind,
        JobStatus status,
        double progress,
        @Nullable String message,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable JsonNode result,
        @Nullable ErrorView error) {

    public static JobView of(Job job) {
        return new JobView(
                job.id().value(),
                job.kind(),
                job.status(),
                job.progress(),
                job.message(),
                job.createdAt(),
                job.finishedAt(),
                job.result(),
                job.failure()
                        .map(failure -> new ErrorView(failure.code(), failure.detail(), failure.errors()))
                        .orElse(null));
    }

    /** Why it failed. */
    public record ErrorView(String code, String detail, List<FieldError> errors) {}
}
