package io.claribi.warehouse.files;

import io.claribi.warehouse.RejectedCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What could not be read of a table: counted, and the first hundred kept with their place. */
final class Rejects {
    static final int KEPT = 100;
    static final int TEXT = 200;

    private final List<RejectedCell> first = new ArrayList<>();
    private long count;

    /** A value that is lost. */
    void add(long row, String column, String text, String reason) {
        count++;
        note(row, column, text, reason);
    }

    /** Something odd by which no value is lost. */
    void note(long row, String column, String text, String reason) {
        if (first.size() < KEPT) {
            first.add(new RejectedCell(row, column, cut(text), reason));
        }
    }

    void notePreamble(long row, List<String> cells) {
        String text = String.join(" ", cells).strip();
        if (!text.isEmpty()) {
            note(row, "", text, "stands above the table");
        }
    }

    /** Values that are lost, of which some are shown. */
    void addAll(long lost, List<RejectedCell> shown) {
        count += lost;
        first.addAll(shown);
    }

    static String cut(String text) {
        return text.codePointCount(0, text.length()) <= TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, TEXT)) + "…";
    }

    long count() {
        return count;
    }

    List<RejectedCell> first() {
        return first.stream()
                .sorted(Comparator.comparingLong(RejectedCell::row))
                .limit(KEPT)
                .toList();
    }
}
