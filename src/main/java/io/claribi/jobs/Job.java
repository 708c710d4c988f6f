package io.claribi.jobs;

import io.claribi.kernel.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A piece of background work of one organization.
 *
 * @param account for whom it runs
 * @param traceId of the request that submitted it
 * @param progress from 0 to 1
 * @param result what the kind of job makes, once it has succeeded
 */
public record Job(
        JobId id,
        String kind,
        AccountId account,
        String traceId,
        JobStatus status,
        double progress,
        @Nullable String message,
        int attempts,
        @Nullable JsonNode result,
        @Nullable JobFailure error,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    public Optional<JobFailure> failure() {
        return Optional.ofNullable(error);
    }
}
