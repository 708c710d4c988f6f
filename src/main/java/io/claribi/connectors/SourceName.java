package io.claribi.connectors;

import static io.claribi.connectors.ConnectorsError.INVALID_NAME;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** What people call a data source: one line of 1 to 200 characters that reads as it stands. */
record SourceName(String value) {
    private static final int MAX_LENGTH = 200;
    /** Controls, line breaks and the marks that turn the direction of text. */
    private static final Pattern NOT_IN_NAMES =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

    /**
     * @throws AppException INVALID_NAME
     */
    static SourceName of(String typed) {
        String name = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (name.isEmpty()
                || name.length() > MAX_LENGTH
                || NOT_IN_NAMES.matcher(name).find()) {
            String message = "A name is one line of 1 to %d characters.".formatted(MAX_LENGTH);
            throw new AppException(INVALID_NAME, message, List.of(new FieldError("name", message)));
        }
        return new SourceName(name);
    }

    /** The name a file gives its source: without folders and the ending, cut to fit. */
    static SourceName ofFile(String fileName) {
        String base = FileName.tidy(fileName);
        int dot = base.lastIndexOf('.');
        String clean = (dot > 0 ? base.substring(0, dot) : base).strip();
        return of(clean.isEmpty() ? "File" : clean.substring(0, Math.min(clean.length(), MAX_LENGTH)));
    }

    /** The nth name to try when this one is taken: "Sales (2)". */
    SourceName numbered(int n) {
        String suffix = " (%d)".formatted(n);
        return new SourceName(value.substring(0, Math.min(value.length(), MAX_LENGTH - suffix.length())) + suffix);
    }
}
