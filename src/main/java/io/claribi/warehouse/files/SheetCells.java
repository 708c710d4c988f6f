package io.claribi.warehouse.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Makes text of what a sheet's cells hold, in the forms that are then recognized as numbers, dates and times. */
record SheetCells(SharedStrings strings, CellFormats formats, boolean startsIn1904) {
    private static final double LAST_DAY = 2_958_466;
    private static final int EXACT_DIGITS = 15;
    private static final long MILLIS_A_DAY = 86_400_000;
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** The text of a cell by its type ({@code t}), style ({@code s}) and raw value. */
    String text(String type, int style, String raw) {
        return switch (type) {
            case "s" -> strings.get(Xml.number(raw.strip()));
            case "b" -> raw.strip().equals("1") ? "true" : "false";
            case "n" -> number(style, raw.strip());
            default -> raw;
        };
    }

    private String number(int style, String raw) {
        double value;
        try {
            value = Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            return raw;
        }
        CellFormats.Kind kind = formats.of(style);
        if (kind != CellFormats.Kind.NUMBER && value >= 0 && value < LAST_DAY) {
            return moment(kind, value, raw);
        }
        // A binary number written with all its digits: 0.30000000000000004 stands for 0.3 and a bit.
        return raw.length() <= EXACT_DIGITS || !Double.isFinite(value)
                ? raw
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private String moment(CellFormats.Kind kind, double value, String raw) {
        long days = (long) value;
        long millis = Math.round((value - days) * MILLIS_A_DAY);
        if (kind == CellFormats.Kind.TIME) {
            // More than a day is a duration, which no time of day can say.
            return value < 1 ? time(millis).toString() : raw;
        }
        LocalDateTime moment = day(days).atStartOfDay().plus(millis, ChronoUnit.MILLIS);
        if (kind == CellFormats.Kind.DATE && millis == 0) {
            return moment.toLocalDate().toString();
        }
        return millis % 1000 == 0 ? moment.format(TIMESTAMP) : moment.toString();
    }

    private static LocalTime time(long millis) {
        return LocalTime.ofNanoOfDay(Math.min(millis, MILLIS_A_DAY - 1) * 1_000_000);
    }

    /** Day 60 is 29 February 1900, which never was: days before it count from one day later. */
    private LocalDate day(long days) {
        if (startsIn1904) {
            return LocalDate.of(1904, 1, 1).plusDays(days);
        }
        return LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days);
    }
}
