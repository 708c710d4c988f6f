package io.claribi.query;

import io.claribi.http.HttpError;
import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which rows can be taken away. */
public enum ExportFormat {
    /** RFC 4180 in UTF-8 without a byte order mark: for programs. */
    CSV("text/csv; charset=utf-8"),
    /** Office Open XML, ISO/IEC 29500: for spreadsheets, with typed cells. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String contentType;

    ExportFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** Its name on the wire, and the ending of a file's name. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ExportFormat> find(String wireName) {
        return switch (wireName) {
            case "csv" -> Optional.of(CSV);
            case "xlsx" -> Optional.of(XLSX);
            default -> Optional.empty();
        };
    }

    /**
     * @throws AppException PARAMETER_INVALID
     */
    public static ExportFormat get(String wireName) {
        String message = "must be csv or xlsx";
        return find(wireName)
                .orElseThrow(() -> new AppException(
                        HttpError.PARAMETER_INVALID,
                        "The parameter format " + message + ".",
                        List.of(new FieldError("format", message))));
    }
}
