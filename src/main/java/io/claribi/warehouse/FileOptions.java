package io.claribi.warehouse;

import org.jspecify.annotations.Nullable;

/**
 * What a person said about a file; what is null is found out.
 *
 * @param header whether the first row holds the names of the columns
 * @param delimiter between the fields of a CSV file: comma, semicolon, tab or pipe
 * @param encoding of a CSV or TSV file
 */
public record FileOptions(
        @Nullable Boolean header,
        @Nullable Character delimiter,
        @Nullable Encoding encoding) {
    public static final FileOptions NONE = new FileOptions(null, null, null);

    public FileOptions {
        if (delimiter != null && ",;\t|".indexOf(delimiter) < 0) {
            throw new IllegalArgumentException("Not a delimiter");
        }
    }

    /** How bytes are letters. */
    public enum Encoding {
        UTF_8,
        /** Windows-1252, which is what files called Latin-1 are. */
        LATIN_1
    }
}
