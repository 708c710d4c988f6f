package io.claribi.warehouse.files;

import io.claribi.warehouse.Column;
import io.claribi.warehouse.duckdb.Sql;

/**
 * A column as it will be stored.
 *
 * @param index of the text column it comes from
 * @param tidy whether words for a missing value and blanks are to be looked for
 * @param rejected how many values can't be read, as far as known
 */
record PlannedColumn(int index, String name, Reading reading, boolean tidy, long rejected) {

    Column column() {
        return new Column(name, reading.type());
    }

    /** The value, NULL where the text can't be read. */
    String lenient() {
        return reading.lenient(text());
    }

    /** The value; text that can't be read fails the statement. */
    String strict() {
        return reading.strict(text());
    }

    /** True where there is text that can't be read. */
    String isRejected() {
        return "%s IS NOT NULL AND (%s) IS NULL".formatted(text(), lenient());
    }

    private String text() {
        return TextTable.column(index);
    }

    /** What the source gives as this column's text. */
    String source() {
        String raw = TextTable.column(index);
        return tidy && reading != Reading.TEXT ? "%s AS %s".formatted(ColumnCounts.tidy(raw), raw) : raw;
    }

    String identifier() {
        return Sql.identifier(name);
    }
}
