package io.claribi.warehouse.files;

import io.claribi.warehouse.ColumnType;
import java.util.List;

/**
 * A way to read text as a value: an SQL expression that is NULL where the text is not of that kind. DuckDB's casts alone
 * are too kind (they read 00123 as 123, 1.5 as the integer 2, 2024_01 as 202401, and drop a time zone or a time of day).
 */
enum Reading {
    BOOLEAN(ColumnType.BOOLEAN, """
            CASE WHEN lower({v}) IN ('true', 'yes') THEN true WHEN lower({v}) IN ('false', 'no') THEN false END"""),
    /** Only what an integer would be written as again: leading zeros, signs and fractions are kept out. */
    INTEGER(ColumnType.INTEGER, """
            CASE WHEN CAST(TRY_CAST({v} AS BIGINT) AS VARCHAR) = {v} THEN TRY_CAST({v} AS BIGINT) END"""),
    DECIMAL(ColumnType.DECIMAL, """
            CASE WHEN isfinite(TRY_CAST({v} AS DOUBLE)) AND NOT contains({v}, '_')\
             AND (strlen({v}) < 18 OR contains({v}, '.'))\
             AND (NOT starts_with({v}, '0') OR regexp_matches({v}, '^0([.eE]|$)')) THEN TRY_CAST({v} AS DOUBLE) END"""),
    DATE(ColumnType.DATE, """
            CASE WHEN CAST(TRY_CAST({v} AS DATE) AS VARCHAR) = {v} THEN TRY_CAST({v} AS DATE) END"""),
    YEAR_FIRST_DATE(ColumnType.DATE, dates("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d")),
    TIMESTAMP(ColumnType.TIMESTAMP, """
            CASE WHEN right({v}, 1) BETWEEN '0' AND '9' AND NOT contains({v}, '+') AND {v} NOT LIKE '%-%-%-%'\
             THEN TRY_CAST({v} AS TIMESTAMP) END"""),
    /** RFC 3339; kept as UTC. */
    ZONED_TIMESTAMP(ColumnType.TIMESTAMP, """
            CASE WHEN regexp_matches({v}, '^\\d{4}-\\d\\d-\\d\\d([ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)? ?(Z|UTC|[+-]\\d\\d(:?\\d\\d)?)?)?$')\
             THEN CAST(TRY_CAST({v} AS TIMESTAMPTZ) AS TIMESTAMP) END"""),
    TIME(ColumnType.TIME, """
            CASE WHEN regexp_matches({v}, '^([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?$') THEN TRY_CAST({v} AS TIME) END"""),

    MONTH_FIRST_DATE(ColumnType.DATE, dates("%m/%d/%Y", "%m-%d-%Y")),
    DAY_FIRST_DATE(ColumnType.DATE, dates("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")),
    MONTH_FIRST_SHORT_DATE(ColumnType.DATE, shortDates("%m/%d/%y")),
    DAY_FIRST_SHORT_DATE(ColumnType.DATE, shortDates("%d/%m/%y", "%d.%m.%y")),
    NAMED_MONTH_DATE(
            ColumnType.DATE,
            dates("%b %d %Y", "%b %d, %Y", "%B %d %Y", "%B %d, %Y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y")),
    NAMED_MONTH_SHORT_DATE(ColumnType.DATE, shortDates("%d-%b-%y", "%d %b %y")),
    MONTH_FIRST_TIMESTAMP(
            ColumnType.TIMESTAMP,
            times("%m/%d/%Y %H:%M:%S", "%m/%d/%Y %H:%M", "%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %I:%M %p", "%m/%d/%Y")),
    DAY_FIRST_TIMESTAMP(
            ColumnType.TIMESTAMP,
            times(
                    "%d/%m/%Y %H:%M:%S",
                    "%d/%m/%Y %H:%M",
                    "%d.%m.%Y %H:%M:%S",
                    "%d.%m.%Y %H:%M",
                    "%d-%m-%Y %H:%M:%S",
                    "%d-%m-%Y %H:%M",
                    "%d/%m/%Y",
                    "%d.%m.%Y")),
    MONTH_FIRST_SHORT_TIMESTAMP(
            ColumnType.TIMESTAMP, shortTimes("%m/%d/%y %H:%M:%S", "%m/%d/%y %H:%M", "%m/%d/%y %I:%M %p", "%m/%d/%y")),
    /** 1,234.5 */
    GROUPED_DECIMAL(ColumnType.DECIMAL, """
            CASE WHEN regexp_matches({v}, '^[+-]?([1-9]\\d{0,2}(,\\d{3})+|[1-9]\\d{0,14}|0)(\\.\\d+)?$')\
             THEN TRY_CAST(replace({v}, ',', '') AS DOUBLE) END"""),
    /** 1.234,5 */
    COMMA_DECIMAL(ColumnType.DECIMAL, """
            CASE WHEN regexp_matches({v}, '^[+-]?([1-9]\\d{0,2}(\\.\\d{3})+|[1-9]\\d{0,14}|0)(,\\d+)?$')\
             THEN TRY_CAST(replace(replace({v}, '.', ''), ',', '.') AS DOUBLE) END"""),

    TEXT(ColumnType.TEXT, "{v}");

    /** Tried on every column, the narrower first. */
    static final List<Reading> COMMON =
            List.of(BOOLEAN, INTEGER, DECIMAL, DATE, YEAR_FIRST_DATE, TIMESTAMP, ZONED_TIMESTAMP, TIME);

    /** Tried on what is none of the common ones; where a date can be read either way, the first is taken. */
    static final List<Reading> AMERICAN = List.of(
            MONTH_FIRST_DATE,
            DAY_FIRST_DATE,
            MONTH_FIRST_SHORT_DATE,
            DAY_FIRST_SHORT_DATE,
            NAMED_MONTH_DATE,
            NAMED_MONTH_SHORT_DATE,
            MONTH_FIRST_TIMESTAMP,
            DAY_FIRST_TIMESTAMP,
            MONTH_FIRST_SHORT_TIMESTAMP,
            GROUPED_DECIMAL,
            COMMA_DECIMAL);

    static final List<Reading> CONTINENTAL = List.of(
            DAY_FIRST_DATE,
            MONTH_FIRST_DATE,
            DAY_FIRST_SHORT_DATE,
            MONTH_FIRST_SHORT_DATE,
            NAMED_MONTH_DATE,
            NAMED_MONTH_SHORT_DATE,
            DAY_FIRST_TIMESTAMP,
            MONTH_FIRST_TIMESTAMP,
            MONTH_FIRST_SHORT_TIMESTAMP,
            COMMA_DECIMAL,
            GROUPED_DECIMAL);

    private final ColumnType type;
    private final String sql;

    Reading(ColumnType type, String sql) {
        this.type = type;
        this.sql = sql;
    }

    ColumnType type() {
        return type;
    }

    /** The value that the text expression stands for, NULL where it can't be read. */
    String value(String text) {
        return sql.replace("{v}", text);
    }

    private static String dates(String... formats) {
        return "CAST(" + times(formats) + " AS DATE)";
    }

    private static String shortDates(String... formats) {
        return "CAST(" + shortTimes(formats) + " AS DATE)";
    }

    /** With four digits somewhere: %Y alone reads 3/4/20 as the year 20. */
    private static String times(String... formats) {
        return "CASE WHEN regexp_matches({v}, '(^|\\D)\\d{4}(\\D|$)') THEN " + shortTimes(formats) + " END";
    }

    private static String shortTimes(String... formats) {
        return "try_strptime({v}, ['" + String.join("', '", formats) + "'])";
    }
}
