package io.claribi.warehouse.files;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a table begins.
 *
 * @param preamble rows above it, such as a title
 * @param header whether its first row holds the names of the columns
 * @param names of the columns, empty where there are none
 */
record TableTop(int preamble, boolean header, List<String> names) {
    private static final int COMPARED = 100;
    private static final int LONGEST_PREAMBLE = 20;

    TableTop {
        names = List.copyOf(names);
    }

    /** Tells it from the first rows of a sheet, none of which is empty. */
    static TableTop of(List<List<String>> rows, @Nullable Boolean header) {
        long most = rows.stream().mapToLong(TableTop::filled).max().orElse(0);
        for (int i = 0; i < Math.min(rows.size(), LONGEST_PREAMBLE); i++) {
            if (filled(rows.get(i)) * 2 > most) {
                return of(rows, i, header);
            }
        }
        return of(rows, 0, header);
    }

    /** Tells it from the first rows of a file when it is known which of them is the table's first. */
    static TableTop of(List<List<String>> rows, int first, @Nullable Boolean header) {
        List<List<String>> others =
                rows.subList(Math.min(first + 1, rows.size()), Math.min(first + 1 + COMPARED, rows.size()));
        List<String> top = rows.get(first);
        boolean named = header != null ? header : HeaderGuess.isHeader(top, others);
        return new TableTop(first, named, named ? top : Collections.nCopies(top.size(), ""));
    }

    private static long filled(List<String> row) {
        return row.stream().filter(cell -> !cell.isBlank()).count();
    }
}
