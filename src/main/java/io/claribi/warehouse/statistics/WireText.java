package io.claribi.warehouse.statistics;

import io.claribi.warehouse.Column;

/** Values as text in the form of the wire: RFC 3339 for times, plain digits for integers; long texts are cut. */
final class WireText {
    private static final int LONGEST = 250;

    private WireText() {}

    /** An expression over another one that has the column's type. */
    static String of(Column column, String value) {
        return switch (column.type()) {
            case TEXT -> "left(%s, %d)".formatted(value, LONGEST);
            case TIMESTAMP -> "strftime(%s, '%%Y-%%m-%%dT%%H:%%M:%%SZ')".formatted(value);
            case INTEGER, DECIMAL, BOOLEAN, DATE, TIME -> "CAST(%s AS VARCHAR)".formatted(value);
        };
    }
}
