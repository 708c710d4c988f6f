package io.claribi.query;

import io.claribi.warehouse.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads a filter's values: text in the form of the wire into values of the column's type. */
final class FilterValueParser {
    /** The digits that a decimal has in every engine we name. */
    private static final int MAX_DIGITS = 38;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private FilterValueParser() {}

    /** The value, or nothing if the text does not say one of that type. */
    static Optional<Object> parse(String text, ColumnType type) {
        try {
            return switch (type) {
                case TEXT -> Optional.of(text);
                case INTEGER -> number(text).map(FilterValueParser::amongWholes);
                case DECIMAL -> number(text).map(number -> number);
                case BOOLEAN -> bool(text);
                case DATE -> Optional.of(bounded(LocalDate.parse(text)));
                case TIMESTAMP -> Optional.of(moment(text));
                case TIME -> Optional.of(LocalTime.parse(text));
            };
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** What a value of the type looks like. */
    static String form(ColumnType type) {
        return switch (type) {
            case TEXT -> "a text";
            case INTEGER, DECIMAL -> "a number";
            case BOOLEAN -> "true or false";
            case DATE -> "a date such as 2024-01-31";
            case TIMESTAMP -> "a time such as 2024-01-31T08:00:00Z or a date such as 2024-01-31";
            case TIME -> "a time of day such as 08:00:00";
        };
    }

    private static Optional<BigDecimal> number(String text) {
        if (text.length() > 2 * MAX_DIGITS) {
            return Optional.empty();
        }
        var number = new BigDecimal(text);
        long whole = (long) number.precision() - number.scale();
        if (whole > MAX_DIGITS || whole < -MAX_DIGITS) {
            return Optional.empty();
        }
        int decimals = MAX_DIGITS - (int) Math.max(whole, 1);
        if (number.scale() > decimals) {
            number = number.setScale(decimals, RoundingMode.HALF_EVEN);
        }
        BigDecimal least = number.stripTrailingZeros();
        // DuckDB's driver takes no negative scale: 60, not 6E+1.
        return Optional.of(least.scale() < 0 ? least.setScale(0) : least);
    }

    /**
     * A number to compare whole numbers with. Between two of them one fraction is as good as any other, and one with a
     * single decimal can't drive an engine beyond the digits it has when it brings both sides to one type.
     */
    private static Object amongWholes(BigDecimal number) {
        if (number.scale() > 0) {
            return number.setScale(0, RoundingMode.FLOOR).add(HALF);
        }
        return number.toBigInteger().bitLength() < Long.SIZE ? number.longValueExact() : number.setScale(0);
    }

    private static Optional<Object> bool(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Object moment(String text) {
        if (text.indexOf('T') < 0) {
            return bounded(LocalDate.parse(text));
        }
        Instant instant = OffsetDateTime.parse(text).toInstant();
        bounded(LocalDate.ofInstant(instant, ZoneOffset.UTC));
        return instant;
    }

    /** Engines differ outside these years, and so does the wire's form (RFC 3339 §1 has four digits). */
    private static LocalDate bounded(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new DateTimeException("Out of range");
        }
        return date;
    }
}
