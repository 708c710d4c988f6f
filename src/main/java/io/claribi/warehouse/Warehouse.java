package io.claribi.warehouse;

import java.time.Duration;
import java.util.List;

/** Runs queries over the tables of the current organization, and of no other. */
public interface Warehouse {

    /** The name by which SQL refers to a table: a quoted identifier's content, one of ours. */
    static String relation(StoredTable table) {
        return "t_" + table.version().value().toString().replace("-", "");
    }

    /**
     * Runs one SELECT that clariBI itself compiled, over the given tables of the current organization, and streams its rows.
     *
     * @param sql a statement over {@link #relation} names with a {@code ?} for each value
     * @param values String, Long, BigDecimal, Boolean, LocalDate, Instant or LocalTime
     * @param timeout after which it is cancelled
     * @throws io.claribi.kernel.AppException QUERY_TIMEOUT, QUERY_TOO_LARGE (memory), WAREHOUSE_BUSY
     */
    <R> R query(String sql, List<Object> values, List<StoredTable> tables, Duration timeout, RowReader<R> reader);
}
