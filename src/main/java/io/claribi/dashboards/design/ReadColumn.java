package io.claribi.dashboards.design;

import io.claribi.warehouse.ColumnStatistics;
import org.jspecify.annotations.Nullable;

/**
 * A column and what has been read from its name and values.
 *
 * @param currency of money, in ISO 4217: by its own name or by that of another column of the table
 */
record ReadColumn(
        ColumnStatistics statistics,
        ColumnName name,
        ColumnRole role,
        MeasureKind kind,
        @Nullable String currency) {
    String field() {
        return statistics.name();
    }

    /** The part of the rows that has a value. */
    double coverage() {
        long rows = statistics.count() + statistics.nulls();
        return rows == 0 ? 0 : (double) statistics.count() / rows;
    }

    boolean is(ColumnRole role) {
        return this.role == role;
    }
}
