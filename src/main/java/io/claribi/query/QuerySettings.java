package io.claribi.query;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the server queries may take.
 *
 * @param timeout of one query
 * @param concurrency queries of one organization at a time
 * @param maxWait how long a query waits for its turn
 * @param resultSize of one result in memory
 * @param cacheSize of all cached results together; never more than an eighth of the heap, nor a quarter of it one
 *     organization's
 * @param cacheAge after which a result is computed anew
 * @param exportTimeout of one export
 * @param exportConcurrency exports of one organization at a time
 * @param exportRows of one CSV export
 */
@Validated
@ConfigurationProperties("claribi.query")
public record QuerySettings(
        @DurationMin(seconds = 1) @DefaultValue("30s") Duration timeout,
        @Min(1) @DefaultValue("4") int concurrency,
        @DurationMin(millis = 1) @DefaultValue("10s") Duration maxWait,
        @DefaultValue("16MB") DataSize resultSize,
        @DefaultValue("64MB") DataSize cacheSize,
        @DurationMin(seconds = 1) @DefaultValue("1d") Duration cacheAge,
        @DurationMin(seconds = 1) @DefaultValue("10m") Duration exportTimeout,
        @Min(1) @DefaultValue("2") int exportConcurrency,
        @Min(1) @Max(100_000_000) @DefaultValue("10000000") int exportRows) {}
