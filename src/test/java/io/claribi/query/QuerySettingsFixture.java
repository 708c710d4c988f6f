package io.claribi.query;

import io.claribi.http.RequestMemory;
import io.claribi.warehouse.Warehouse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Settings for tests. */
public final class QuerySettingsFixture {
    private QuerySettingsFixture() {}

    public static QuerySettings querySettings() {
        return new QuerySettings(
                Duration.ofSeconds(30),
                4,
                Duration.ofSeconds(10),
                DataSize.ofMegabytes(16),
                DataSize.ofMegabytes(64),
                Duration.ofDays(1),
                Duration.ofMinutes(10),
                2,
                10_000_000);
    }

    /** The face as the server makes it. */
    public static Queries queries(Warehouse warehouse) {
        return queries(warehouse, memory());
    }

    public static Queries queries(Warehouse warehouse, RequestMemory memory) {
        return new Queries(warehouse, querySettings(), new ResultCache(querySettings()), memory, Clock.systemUTC());
    }

    /** More than any test needs. */
    public static RequestMemory memory() {
        return new RequestMemory(1L << 30, 1L << 30);
    }
}
