package io.claribi.query;

import io.claribi.warehouse.ColumnType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result on the wire, for every route that answers with one. */
@Schema(name = "QueryResult")
public record QueryResultView(
        List<ColumnView> columns,
        List<List<@Nullable Object>> rows,
        boolean truncated,
        boolean cached,
        String sql,
        Instant computedAt,
        long elapsedMillis) {

    public static QueryResultView of(QueryResult result) {
        return new QueryResultView(
                result.columns().stream()
                        .map(column -> new ColumnView(column.name(), column.type()))
                        .toList(),
                result.rows(),
                result.truncated(),
                result.cached(),
                result.sql(),
                result.computedAt(),
                result.elapsedMillis());
    }

    /** A column of a result. */
    public record ColumnView(String name, ColumnType type) {}
}
