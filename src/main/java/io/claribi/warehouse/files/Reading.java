package io.claribi.warehouse.files;

import io.claribi.warehouse.ColumnType;
import java.util.List;

/**
 * A way to read text as a value: a condition under which the text is of that kind, and the cast. DuckDB's casts alone are too
 * kind (they read 00123 as 123, 1.5 as the integer 2, 2024_01 as 202401, and drop a time zone or a time of day). In both, {v}
 * is the text and {try} makes a cast forgiving or strict.
 */
enum Reading {
    /** Words, and not the single letters and digits that a cast takes for words too. */
    BOOLEAN(ColumnType.BOOLEAN, "strlen({v}) > 1", "{try}CAST({v} AS BOOLEAN)"),
    /** Only what an integer would be written as again: leading zeros, signs and fractions are kept out. */
    INTEGER(ColumnType.INTEGER, "CAST({try}CAST({v} AS BIGINT) AS VARCHAR) = {v}", "{try}CAST({v} AS BIGINT)"),
    /** What begins with a zero and another digit, which is what lies between 00 and 0:, is a code. */
    DECIMAL(ColumnType.DECIMAL, """
            isfinite({try}CAST({v} AS DOUBLE)) AND NOT ({v} >= '00' AND {v} < '0:') AND NOT contains({v}, '_')
            AND (strlen({v}) < 18 OR contains({v}, '.'))""", "{try}CAST({v} AS DOUBLE)"),
    /** A cast drops whatever follows a date. */
    DATE(ColumnType.DATE, "{v} LIKE '____-__-__'", "{try}CAST({v} AS DATE)"),
    YEAR_FIRST_DATE(ColumnType.DATE, Formats.FOUR_DIGITS, Formats.date("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d")),
    /** A cast leaves a zone out of account, except that nothing can follow a Z: text that is longer has none if it takes one. */
    TIMESTAMP(ColumnType.TIMESTAMP, "strlen({v}) >= 10", """
            CASE WHEN strlen({v}) <= 16 THEN {try}CAST({v} AS TIMESTAMP) ELSE {try}CAST({v} || 'Z' AS TIMESTAMP) END"""),
    /** RFC 3339; kept as UTC. */
    ZONED_TIMESTAMP(ColumnType.TIMESTAMP, """
            regexp_matches({v}, '^\\d{4}-\\d\\d-\\d\\d([ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)? ?(Z|UTC|[+-]\\d\\d(:?\\d\\d)?)?)?$')""", "CAST({try}CAST({v} AS TIMESTAMPTZ) AS TIMESTAMP)"),
    TIME(
            ColumnType.TIME,
            "regexp_matches({v}, '^([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?$')",
            "{try}CAST({v} AS TIME)"),

    MONTH_FIRST_DATE(ColumnType.DATE, Formats.FOUR_DIGITS, Formats.date("%m/%d/%Y", "%m-%d-%Y")),
    DAY_FIRST_DATE(ColumnType.DATE, Formats.FOUR_DIGITS, Formats.date("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")),
    MONTH_FIRST_SHORT_DATE(ColumnType.DATE, Formats.TWO_DIGITS, Formats.date("%m/%d/%y")),
    DAY_FIRST_SHORT_DATE(ColumnType.DATE, Formats.TWO_DIGITS, Formats.date("%d/%m/%y", "%d.%m.%y")),
    NAMED_MONTH_DATE(
            ColumnType.DATE,
            Formats.FOUR_DIGITS,
            Formats.date("%b %d %Y", "%b %d, %Y", "%B %d %Y", "%B %d, %Y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y")),
    NAMED_MONTH_SHORT_DATE(ColumnType.DATE, Formats.TWO_DIGITS, Formats.date("%d-%b-%y", "%d %b %y")),
    MONTH_FIRST_TIMESTAMP(
            ColumnType.TIMESTAMP,
            Formats.FOUR_DIGITS,
            Formats.time(
                    "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %H:%M", "%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %I:%M %p", "%m/%d/%Y")),
    DAY_FIRST_TIMESTAMP(
            ColumnType.TIMESTAMP,
            Formats.FOUR_DIGITS,
            Formats.time(
                    "%d/%m/%Y %H:%M:%S",
                    "%d/%m/%Y %H:%M",
                    "%d.%m.%Y %H:%M:%S",
                    "%d.%m.%Y %H:%M",
                    "%d-%m-%Y %H:%M:%S",
                    "%d-%m-%Y %H:%M",
                    "%d/%m/%Y",
                    "%d.%m.%Y")),
    MONTH_FIRST_SHORT_TIMESTAMP(
            ColumnType.TIMESTAMP,
            Formats.TWO_DIGITS,
            Formats.time("%m/%d/%y %H:%M:%S", "%m/%d/%y %H:%M", "%m/%d/%y %I:%M %p", "%m/%d/%y")),
    /** 1,234.5 and (1,234.5), which is less than nothing. */
    GROUPED_DECIMAL(ColumnType.DECIMAL, Amounts.is(Amounts.POINT), Amounts.value(Amounts.WITH_POINT, "")),
    /** 1.234,5 */
    COMMA_DECIMAL(ColumnType.DECIMAL, Amounts.is(Amounts.COMMA), Amounts.value(Amounts.WITH_COMMA, "")),
    /** One currency a column: amounts in several can't be added up. */
    DOLLARS(ColumnType.DECIMAL, Amounts.isOf("[$]", Amounts.POINT), Amounts.value(Amounts.WITH_POINT, "")),
    POUNDS(ColumnType.DECIMAL, Amounts.isOf("£", Amounts.POINT), Amounts.value(Amounts.WITH_POINT, "")),
    EUROS(ColumnType.DECIMAL, Amounts.isOf("€", Amounts.POINT), Amounts.value(Amounts.WITH_POINT, "")),
    COMMA_EUROS(ColumnType.DECIMAL, Amounts.isOf("€", Amounts.COMMA), Amounts.value(Amounts.WITH_COMMA, "")),
    /** 12.5% is 0.125, as in a spreadsheet. */
    PERCENT(ColumnType.DECIMAL, Amounts.isPercent(Amounts.POINT), Amounts.value(Amounts.WITH_POINT, "e-2")),
    COMMA_PERCENT(ColumnType.DECIMAL, Amounts.isPercent(Amounts.COMMA), Amounts.value(Amounts.WITH_COMMA, "e-2")),

    TEXT(ColumnType.TEXT, Formats.ANY, "{v}");

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
            COMMA_DECIMAL,
            DOLLARS,
            POUNDS,
            EUROS,
            COMMA_EUROS,
            PERCENT,
            COMMA_PERCENT);

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
            GROUPED_DECIMAL,
            COMMA_EUROS,
            EUROS,
            DOLLARS,
            POUNDS,
            COMMA_PERCENT,
            PERCENT);

    private final ColumnType type;
    private final String condition;
    private final String cast;

    Reading(ColumnType type, String condition, String cast) {
        this.type = type;
        this.condition = condition;
        this.cast = cast;
    }

    ColumnType type() {
        return type;
    }

    /** The value that the text expression stands for, NULL where it can't be read. */
    String lenient(String text) {
        return this == TEXT ? text : fill("CASE WHEN %s THEN %s END".formatted(condition, cast), text, "TRY_");
    }

    /**
     * The value that the text expression stands for; what can't be read fails the statement. It costs little more than the
     * cast, so that a file without faults is read in one pass.
     */
    String strict(String text) {
        return this == TEXT
                ? text
                : fill(
                        "CASE WHEN %s THEN %s WHEN {v} IS NULL THEN NULL ELSE error('unreadable') END"
                                .formatted(condition, cast),
                        text,
                        "");
    }

    private static String fill(String sql, String text, String forgiving) {
        return sql.replace("{v}", text).replace("{try}", forgiving);
    }

    /** Dates and times by their written form. */
    private static final class Formats {
        static final String ANY = "true";
        /** Else %Y reads 3/4/20 as the year 20. */
        static final String FOUR_DIGITS = "regexp_matches({v}, '(^|\\D)\\d{4}(\\D|$)')";

        /** Else %y reads the version 1.2.3 as a day of 2003. */
        static final String TWO_DIGITS = "regexp_matches({v}, '^\\d{1,2}\\D+\\d?\\d?\\D*\\d{2}( |$)')";

        static String date(String... formats) {
            return "CAST(" + time(formats) + " AS DATE)";
        }

        static String time(String... formats) {
            return "{try}strptime({v}, ['" + String.join("', '", formats) + "'])";
        }
    }

    /** Numbers as people write them. */
    private static final class Amounts {
        private static final String BLANK = "[ \u00A0\u202F]";
        private static final String SIGN = "[+\u2212-]";
        /** Groups by comma, in India of two digits but the last, in Switzerland by apostrophe. */
        static final String POINT =
                "(?:[1-9]\\d{0,2}(?:,\\d{3})+|[1-9]\\d?(?:,\\d{2})+,\\d{3}|[1-9]\\d{0,2}(?:[\u2019'']\\d{3})+|[1-9]\\d{0,14}|0)(?:\\.\\d+)?";
        /** Groups by point or blank. */
        static final String COMMA = "(?:[1-9]\\d{0,2}(?:[. \u00A0\u202F]\\d{3})+|[1-9]\\d{0,14}|0)(?:,\\d+)?";

        static final String WITH_POINT = "regexp_replace({v}, '[^0-9.]', '', 'g')";
        static final String WITH_COMMA = "replace(regexp_replace({v}, '[^0-9,]', '', 'g'), ',', '.')";

        static String is(String number) {
            return matches("%1$s?%2$s|\\(%2$s\\)".formatted(SIGN, number));
        }

        static String isOf(String currency, String number) {
            String before = "(?:%s%s?)?".formatted(currency, BLANK);
            String after = "(?:%s?%s)?".formatted(BLANK, currency);
            return matches("%1$s?%2$s%4$s%3$s|%5$s%1$s%4$s|\\(%2$s%4$s%3$s\\)"
                    .formatted(SIGN, before, after, number, currency));
        }

        static String isPercent(String number) {
            return matches("%1$s?%3$s%2$s?%%|\\(%3$s%2$s?%%\\)".formatted(SIGN, BLANK, number));
        }

        /** The digits alone, and whether they are less than nothing. */
        static String value(String digits, String exponent) {
            return "{try}CAST(CASE WHEN regexp_matches({v}, '[(\u2212-]') THEN '-' ELSE '' END || %s || '%s' AS DOUBLE)"
                    .formatted(digits, exponent);
        }

        private static String matches(String pattern) {
            return "regexp_matches({v}, '^(?:%s)$')".formatted(pattern);
        }
    }
}
