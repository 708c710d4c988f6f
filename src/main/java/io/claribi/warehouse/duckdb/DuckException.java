package io.claribi.warehouse.duckdb;

import java.sql.SQLException;
import java.util.Objects;

/** DuckDB refused or failed; callers turn it into words for people. */
public final class DuckException extends RuntimeException {
    private final Kind kind;

    DuckException(SQLException cause) {
        super(cause.getMessage(), cause);
        this.kind = Kind.of(Objects.requireNonNullElse(cause.getMessage(), ""));
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
