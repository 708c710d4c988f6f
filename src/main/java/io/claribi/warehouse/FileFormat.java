package io.claribi.warehouse;

import com.fasterxml.jackson.annotation.JsonValue;
import io.claribi.kernel.AppException;
import java.util.Locale;

/** The kinds of file that become tables, told by the end of the name; whether the content agrees is checked apart. */
public enum FileFormat {
    CSV,
    TSV,
    JSON,
    JSONL,
    XLSX,
    PARQUET;

    /**
     * The format of a file by its name.
     *
     * @throws AppException FILE_FORMAT_UNSUPPORTED
     */
    public static FileFormat of(String fileName) {
        String extension =
                fileName.substring(fileName.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "csv" -> CSV;
            case "tsv", "tab" -> TSV;
            case "json" -> JSON;
            case "jsonl", "ndjson" -> JSONL;
            case "xlsx" -> XLSX;
            case "parquet" -> PARQUET;
            default ->
                throw new AppException(
                        WarehouseError.FILE_FORMAT_UNSUPPORTED,
                        "Files of this kind can't be read. Please use .csv, .tsv, .json, .jsonl, .xlsx or .parquet.");
        };
    }

    /** Its name on the wire: lower case. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
