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
 * @param errors values by which a spreadsheet says that a formula failed; they are lost, but no sign of another type
 */
record ColumnCounts(long present, long untidy, long padded, long errors, Map<Reading, Long> readable) {
    static final ColumnCounts NONE = new ColumnCounts(0, 0, 0, 0, Map.of());

    private static final int OTHERS = 4;

    /** The text without blanks around it, NULL where it only says that there is no value. */
    static String tidy(String text) {
        return """
                CASE WHEN strlen(trim(%1$s)) <= 4
                  AND lower(trim(%1$s)) IN ('', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', '-', '--', '\\N', '\\n')
                THEN NULL ELSE trim(%1$s) END""".formatted(text);
    }

    /** The aggregates over a column whose text is {@code raw} and whose tidy text is {@code text}. */
    static String aggregates(String raw, String text, List<Reading> readings) {
        var sql = new StringBuilder("""
                count(%1$s), count(*) FILTER (WHERE %2$s IS DISTINCT FROM %1$s),
                count(*) FILTER (WHERE ltrim(%1$s, '+-') >= '00' AND ltrim(%1$s, '+-') < '0:'),
                count(*) FILTER (WHERE %1$s IN ('#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#NULL!'))""".formatted(text, raw));
        for (Reading reading : readings) {
            sql.append(", count(").append(reading.lenient(text)).append(')');
        }
        return sql.toString();
    }

    static ColumnCounts read(ResultSet row, int from, List<Reading> readings) throws SQLException {
        var readable = new EnumMap<Reading, Long>(Reading.class);
        for (int i = 0; i < readings.size(); i++) {
            readable.put(readings.get(i), row.getLong(from + OTHERS + i));
        }
        return new ColumnCounts(
                row.getLong(from), row.getLong(from + 1), row.getLong(from + 2), row.getLong(from + 3), readable);
    }

    ColumnCounts and(ColumnCounts more) {
        var both = new EnumMap<Reading, Long>(Reading.class);
        both.putAll(readable);
        both.putAll(more.readable);
        return new ColumnCounts(present, untidy, padded, errors, both);
    }

    /** Values that tell the type. */
    long telling() {
        return present - errors;
    }

    /** How many of those speak against a reading. */
    long against(Reading reading) {
        return Math.max(0, unreadableAs(reading) - errors);
    }

    boolean isEmpty() {
        return present == 0;
    }

    long unreadableAs(Reading reading) {
        return reading == Reading.TEXT ? 0 : present - readable.getOrDefault(reading, 0L);
    }
}
