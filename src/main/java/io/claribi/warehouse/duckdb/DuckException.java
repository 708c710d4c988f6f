package io.claribi.warehouse.duckdb;

import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;

/** DuckDB refused or failed; callers turn it into words for people. */
public final class DuckException extends RuntimeException {
    private static final int LONGEST = 300;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*(\"|$)|'[^']*('|$)");

    private final Kind kind;

    DuckException(SQLException cause) {
        super(withoutValues(Objects.requireNonNullElse(cause.getMessage(), "")));
        this.kind = Kind.of(Objects.requireNonNullElse(cause.getMessage(), ""));
        setStackTrace(cause.getStackTrace());
    }

    /** DuckDB's own words quote values, lines of files and names of columns, and exceptions are logged. */
    private static String withoutValues(String message) {
        String line = message.lines().findFirst().orElse("");
        return QUOTED.matcher(line.substring(0, Math.min(line.length(), LONGEST)))
                .replaceAll("…");
    }

    public Kind kind() {
        return kind;
    }

    /** What went wrong, as far as anything depends on it. */
    public enum Kind {
        INTERRUPTED,
        OUT_OF_MEMORY,
        OUT_OF_RANGE,
        FILE_ACCESS,
        INTERNAL,
        OTHER;

        /** The driver gives no error code, so the text's own prefixes are all there is to go by. */
        private static Kind of(String message) {
            if (message.contains("INTERRUPT Error")) {
                return INTERRUPTED;
            }
            if (message.contains("Out of Memory Error") || message.contains("max_temp_directory_size")) {
                return OUT_OF_MEMORY;
            }
            if (message.contains("Out of Range Error") || message.contains("Conversion Error")) {
                return OUT_OF_RANGE;
            }
            if (message.contains("IO Error") || message.contains("Permission Error")) {
                return FILE_ACCESS;
            }
            return message.contains("INTERNAL Error") || message.contains("FATAL Error") ? INTERNAL : OTHER;
        }
    }
}
