package io.claribi.warehouse.files;

import java.util.List;

/**
 * The form of a delimited text file.
 *
 * @param preamble records before the header, or before the data where there is no header
 * @param header whether a record with names stands before the data
 * @param names of the columns; empty ones where the header has none or there is no header
 */
record Dialect(char delimiter, int preamble, boolean header, List<String> names) {
    Dialect {
        names = List.copyOf(names);
    }

    int width() {
        return names.size();
    }

    /** Whether numbers and dates are likely written as in most of Europe: 1,5 and day before month. */
    boolean isContinental() {
        return delimiter == ';';
    }
}
