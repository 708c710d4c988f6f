package io.claribi.query;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question put to one table of a data source. Without measures it asks for the rows themselves: the columns named as
 * dimensions, or all of them.
 *
 * @param limit rows at most; {@link #DEFAULT_LIMIT} when absent
 */
public record Query(
        UUID dataSourceId,
        String table,
        @Schema(requiredMode = NOT_REQUIRED) List<Measure> measures,
        @Schema(requiredMode = NOT_REQUIRED) List<Dimension> dimensions,
        @Schema(requiredMode = NOT_REQUIRED) List<Filter> filters,
        @Schema(requiredMode = NOT_REQUIRED) List<OrderBy> orderBy,
        @Nullable Integer limit) {
    public static final int DEFAULT_LIMIT = 1_000;
    public static final int MAX_LIMIT = 10_000;

    @SuppressWarnings("NullAway") // JSON can leave the lists out
    public Query {
        measures = measures == null ? List.of() : List.copyOf(measures);
        dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
        filters = filters == null ? List.of() : List.copyOf(filters);
        orderBy = orderBy == null ? List.of() : List.copyOf(orderBy);
    }

    /** A query for all of a table, to be narrowed. */
    public static Query of(UUID dataSourceId, String table) {
        return new Query(dataSourceId, table, List.of(), List.of(), List.of(), List.of(), null);
    }

    public Query measuring(Measure... more) {
        return new Query(dataSourceId, table, List.of(more), dimensions, filters, orderBy, limit);
    }

    public Query by(Dimension... more) {
        return new Query(dataSourceId, table, measures, List.of(more), filters, orderBy, limit);
    }

    /** The same query over fewer rows. */
    public Query where(List<Filter> more) {
        var all = new ArrayList<>(filters);
        all.addAll(more);
        return new Query(dataSourceId, table, measures, dimensions, all, orderBy, limit);
    }

    public Query where(Filter... more) {
        return where(List.of(more));
    }

    public Query orderedBy(OrderBy... order) {
        return new Query(dataSourceId, table, measures, dimensions, filters, List.of(order), limit);
    }

    public Query limitedTo(int rows) {
        return new Query(dataSourceId, table, measures, dimensions, filters, orderBy, rows);
    }
}
