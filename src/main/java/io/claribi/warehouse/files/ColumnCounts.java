package io.claribi.warehouse.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How often a column's text can be read in which way.
 *
 * @param present values that are there, words for a missing one not counted
 * @param untidy values that are such a word or have blanks around them
 * @param padded values with leading zeros, which are no numbers
 */
record ColumnCounts(long present, long untidy, long padded, Map<Reading, Long> readable) {
    static final ColumnCounts NONE = new ColumnCounts(0, 0, 0, Map.of());

    /** The text without blanks around it, NULL where it only says that there is no value. */
    static String tidy(String text) {
        return """
                CASE WHEN lower(trim(%1$s)) IN ('', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', '-', '--', '\\N', '\\n')\
                 THEN NULL ELSE trim(%1$s) END""".formatted(text);
    }

    /** The aggregates over a column whose text is {@code raw} and whose tidy text is {@code text}. */
    static String aggregates(String raw, String text, List<Reading> readings) {
        var sql = new StringBuilder("""
                count(%1$s), count(*) FILTER (WHERE %2$s IS DISTINCT FROM %1$s),
                count(*) FILTER (WHERE regexp_matches(%1$s, '^[+-]?0[0-9]'))""".formatted(text, raw));
        for (Reading reading : readings) {
            sql.append(", count(").append(reading.lenient(text)).append(')');
        }
        return sql.toString();
    }

    static int width(List<Reading> readings) {
        return 3 + readings.size();
    }

    static ColumnCounts read(ResultSet row, int from, List<Reading> readings) throws SQLException {
        var readable = new EnumMap<Reading, Long>(Reading.class);
        for (int i = 0; i < readings.size(); i++) {
            readable.put(readings.get(i), row.getLong(from + 3 + i));
        }
        return new ColumnCounts(row.getLong(from), row.getLong(from + 1), row.getLong(from + 2), readable);
    }

    ColumnCounts and(ColumnCounts more) {
        var both = new EnumMap<Reading, Long>(Reading.class);
        both.putAll(readable);
        both.putAll(more.readable);
        return new ColumnCounts(present, untidy, padded, both);
    }

    boolean isEmpty() {
        return present == 0;
    }

    long unreadableAs(Reading reading) {
        return reading == Reading.TEXT ? 0 : present - readable.getOrDefault(reading, 0L);
    }
}
