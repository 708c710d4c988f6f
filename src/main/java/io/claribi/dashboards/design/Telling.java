package io.claribi.dashboards.design;

import io.claribi.warehouse.ColumnStatistics;
import io.claribi.warehouse.ColumnType;

/** How much a column tells, as one thing or another. The figures only have to put columns in an order. */
final class Telling {
    private static final double LEAST_COVERAGE = 0.7;
    private static final double ALL_BUT_CONSTANT = 0.97;

    private Telling() {}

    static double asTime(ReadColumn column) {
        double score = 3 * column.coverage();
        if (column.name().has(Vocabulary.MAIN_TIME)) {
            score += 1;
        }
        if (column.name().has(Vocabulary.SIDE_TIME)) {
            score -= 2;
        }
        return score;
    }

    static double asMeasure(ReadColumn column) {
        ColumnStatistics statistics = column.statistics();
        long telling = column.name().words().stream()
                .filter(Vocabulary.TELLING::contains)
                .count();
        // In fifths: a few missing values don't make a number less telling than the next one.
        double score = column.kind().weight() + Math.min(2, telling) + 2 * Math.round(5 * column.coverage()) / 5.0;
        if (statistics.distinct() <= 10 && column.kind() != MeasureKind.QUANTITY) {
            score -= 1.5;
        }
        if (commonest(statistics) > 0.9) {
            score -= 2;
        }
        if (column.name().first().equals("min") || column.name().last().equals("min")) {
            score -= 0.5;
        }
        return score;
    }

    /** Two to fifty groups, few rows in none, and not nearly all in one. */
    static boolean isCategory(ReadColumn column) {
        ColumnStatistics statistics = column.statistics();
        return column.coverage() >= LEAST_COVERAGE
                && commonest(statistics) < ALL_BUT_CONSTANT
                && 3 * statistics.distinct() <= 2 * statistics.count();
    }

    static double asCategory(ReadColumn column) {
        ColumnStatistics statistics = column.statistics();
        double score = ofGroups(statistics.distinct()) + 1.5 * evenness(statistics) + 2 * column.coverage();
        if (column.name().has(Vocabulary.TELLING_CATEGORY)) {
            score += 1.5;
        }
        if (column.name().has(Vocabulary.IDENTIFIER)) {
            score -= 2;
        }
        if (statistics.type() == ColumnType.INTEGER) {
            score -= 0.5;
        }
        if (column.name().has(Vocabulary.PERIOD)) {
            score -= 1;
        }
        return score;
    }

    private static double ofGroups(long groups) {
        if (groups == 2) {
            return 1.5;
        }
        if (groups <= 12) {
            return 3;
        }
        return groups <= 25 ? 2 : 1;
    }

    private static double commonest(ColumnStatistics column) {
        return column.top().isEmpty() || column.count() == 0
                ? 0
                : (double) column.top().getFirst().count() / column.count();
    }

    /** From 0, all in one group, to 1, all groups of one size (Shannon's entropy over its greatest). */
    private static double evenness(ColumnStatistics column) {
        if (column.distinct() < 2 || column.count() == 0) {
            return 0;
        }
        double entropy = 0;
        for (var value : column.top()) {
            double part = (double) value.count() / column.count();
            entropy -= part > 0 ? part * Math.log(part) : 0;
        }
        return Math.min(1, entropy / Math.log(column.distinct()));
    }

    /** A score of a column. */
    interface Score {
        double of(ReadColumn column);
    }
}
