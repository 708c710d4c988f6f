package io.claribi.warehouse.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names for a table's columns: as people wrote them, but none empty, none twice, none endless. */
final class ColumnNames {
    private static final int LONGEST = 120;
    /** Blanks of every kind, controls, and the marks that turn the direction of text: a name reads as it stands. */
    private static final Pattern UNREADABLE =
            Pattern.compile("[\\p{Cntrl}\\s\\u00A0\\p{Zl}\\p{Zp}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

    private ColumnNames() {}

    /** Names by position; what differs only in case counts as the same. */
    static List<String> of(List<String> header) {
        return of(header, "column");
    }

    /**
     * @param nameless what those are called, with their number, that have no name
     */
    static List<String> of(List<String> header, String nameless) {
        var names = new ArrayList<String>();
        var taken = new HashSet<String>();
        // A name that stands in the file goes before one that is made up for its double.
        var written = new HashSet<String>();
        header.forEach(name -> written.add(fold(tidy(name))));
        for (String raw : header) {
            String wanted = tidy(raw).isEmpty() ? nameless + "_" + (names.size() + 1) : tidy(raw);
            names.add(free(wanted, taken, written));
        }
        return names;
    }

    /** A table's or a column's name on one line and not too long. */
    static String tidy(String raw) {
        String line = UNREADABLE.matcher(raw).replaceAll(" ").strip();
        return line.length() <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, LONGEST))));
    }

    private static String free(String wanted, Set<String> taken, Set<String> written) {
        String name = wanted;
        for (int i = 2; !taken.add(fold(name)); i++) {
            name = wanted + "_" + i;
            if (written.contains(fold(name))) {
                name = wanted + "_" + i + "_";
            }
        }
        return name;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
