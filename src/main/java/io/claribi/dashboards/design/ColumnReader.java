package io.claribi.dashboards.design;

import io.claribi.warehouse.ColumnStatistics;
import io.claribi.warehouse.ColumnType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what a column is for, by its name and by its values. */
final class ColumnReader {
    /** Fewer rows than this tell little about what is unique. */
    private static final int FEW_ROWS = 20;

    private static final int MOST_CATEGORIES = 50;
    private static final int MOST_NUMBERED_CATEGORIES = 12;
    private static final double LONG_TEXT = 40;
    private static final double NEARLY_ALL = 0.9;

    private ColumnReader() {}

    static List<ReadColumn> read(List<ColumnStatistics> columns) {
        String currency = columns.stream()
                .flatMap(column -> ColumnName.of(column.name()).currency().stream())
                .findFirst()
                .orElse(null);
        return columns.stream().map(column -> read(column, currency)).toList();
    }

    private static ReadColumn read(ColumnStatistics column, @Nullable String currency) {
        var name = ColumnName.of(column.name());
        return new ReadColumn(
                column,
                name,
                role(column, name),
                MeasureKind.of(name),
                name.currency().orElse(currency));
    }

    private static ColumnRole role(ColumnStatistics column, ColumnName name) {
        if (column.distinct() <= 1 || column.count() == 0) {
            return ColumnRole.CONSTANT;
        }
        return switch (column.type()) {
            case DATE, TIMESTAMP -> ColumnRole.TIME;
            case BOOLEAN -> ColumnRole.CATEGORY;
            case TIME -> ColumnRole.TEXT;
            case TEXT -> text(column, name);
            case INTEGER, DECIMAL -> number(column, name);
        };
    }

    private static ColumnRole text(ColumnStatistics column, ColumnName name) {
        if (column.meanLength() != null && column.meanLength() > LONG_TEXT) {
            return ColumnRole.TEXT;
        }
        boolean unique = column.count() > FEW_ROWS && column.distinct() >= NEARLY_ALL * column.count();
        if (isNamedIdentifier(name) && (unique || column.distinct() > MOST_NUMBERED_CATEGORIES)) {
            return ColumnRole.IDENTIFIER;
        }
        if (column.distinct() <= MOST_CATEGORIES && !isUnique(column)) {
            return ColumnRole.CATEGORY;
        }
        return unique ? ColumnRole.IDENTIFIER : ColumnRole.TEXT;
    }

    /** Even among a few rows: every value once is no group. */
    private static boolean isUnique(ColumnStatistics column) {
        return column.count() > 2 && column.distinct() >= column.count();
    }

    private static ColumnRole number(ColumnStatistics column, ColumnName name) {
        if (name.has(Vocabulary.COORDINATE)) {
            return ColumnRole.COORDINATE;
        }
        if (isYear(column, name)) {
            return ColumnRole.YEAR;
        }
        if (isNamedIdentifier(name)) {
            return ColumnRole.IDENTIFIER;
        }
        boolean unknown = MeasureKind.of(name) == MeasureKind.UNKNOWN;
        if (unknown && isNumbering(column)) {
            return ColumnRole.IDENTIFIER;
        }
        if (isNumberedCategory(column, name, unknown)) {
            return ColumnRole.CATEGORY;
        }
        return ColumnRole.MEASURE;
    }

    private static boolean isNumberedCategory(ColumnStatistics column, ColumnName name, boolean unknown) {
        if (column.type() != ColumnType.INTEGER) {
            return false;
        }
        boolean few = column.distinct() <= MOST_NUMBERED_CATEGORIES && column.count() >= 3 * column.distinct();
        boolean period = Vocabulary.PERIOD.contains(name.last()) && column.distinct() <= 60;
        return period || few && (unknown || name.has(Vocabulary.TELLING_CATEGORY));
    }

    private static boolean isNamedIdentifier(ColumnName name) {
        return name.has(Vocabulary.IDENTIFIER) || Vocabulary.NUMBERING.contains(name.last());
    }

    private static boolean isYear(ColumnStatistics column, ColumnName name) {
        Double least = number(column.min());
        Double greatest = number(column.max());
        return column.type() == ColumnType.INTEGER
                && name.has(Vocabulary.YEAR)
                && least != null
                && greatest != null
                && least >= 1000
                && greatest <= 2300;
    }

    /** 1, 2, 3 …: whole numbers, each once, without gaps to speak of. */
    private static boolean isNumbering(ColumnStatistics column) {
        Double least = number(column.min());
        Double greatest = number(column.max());
        return column.type() == ColumnType.INTEGER
                && column.count() > FEW_ROWS
                && column.distinct() >= 0.97 * column.count()
                && least != null
                && greatest != null
                && greatest - least < 1.1 * column.count();
    }

    static @Nullable Double number(@Nullable String text) {
        try {
            return text == null ? null : new BigDecimal(text).doubleValue();
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
