package io.claribi.warehouse.files;

import io.claribi.warehouse.ColumnType;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses how a column is read: the narrowest way that fits every value; else one that fits nearly all, so that a few
 * slips of the pen don't make words of a column of numbers; else as text, by which nothing is lost.
 */
final class TypeChoice {
    /** One in twenty may be unreadable. */
    private static final int TOLERANCE = 20;

    private TypeChoice() {}

    static Reading choose(ColumnCounts counts, List<Reading> candidates) {
        if (counts.telling() == 0) {
            return Reading.TEXT;
        }
        List<Reading> allowed = candidates.stream()
                .filter(reading -> isAllowed(reading, counts))
                .toList();
        return allowed.stream()
                .filter(reading -> counts.against(reading) == 0)
                .findFirst()
                .orElseGet(() -> nearest(counts, allowed));
    }

    private static Reading nearest(ColumnCounts counts, List<Reading> allowed) {
        return allowed.stream()
                .filter(reading -> reading != Reading.BOOLEAN && reading != Reading.TEXT)
                .min(Comparator.comparingLong(counts::against))
                .filter(reading -> isTolerable(counts, reading))
                .orElse(Reading.TEXT);
    }

    static boolean isTolerable(ColumnCounts counts, Reading reading) {
        return counts.against(reading) * TOLERANCE <= counts.telling();
    }

    /** A leading zero tells that a column holds codes and no amounts, even where only one value has it. */
    private static boolean isAllowed(Reading reading, ColumnCounts counts) {
        return counts.padded() == 0 || !reading.type().isNumeric() || reading.type() == ColumnType.TEXT;
    }

    /** What may yet turn out to fit when more rows are seen. */
    static List<Reading> plausible(ColumnCounts counts, List<Reading> candidates) {
        return candidates.stream()
                .filter(reading -> counts.against(reading) * 2 <= counts.telling())
                .toList();
    }
}
