package io.claribi.query;

import io.claribi.warehouse.Column;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a query.
 *
 * @param rows values by column: String, Long, BigInteger, Double, BigDecimal, Boolean, LocalDate, Instant, LocalTime,
 *     or null where one is missing
 * @param truncated whether there were more rows than the limit
 * @param cached whether it had been computed before it was asked for
 * @param sql what was asked of the engine, for people
 * @param elapsedMillis what computing it took, then
 */
public record QueryResult(
        List<Column> columns,
        List<List<@Nullable Object>> rows,
        boolean truncated,
        boolean cached,
        String sql,
        Instant computedAt,
        long elapsedMillis) {
    QueryResult fromCache() {
        return new QueryResult(columns, rows, truncated, true, sql, computedAt, elapsedMillis);
    }
}
