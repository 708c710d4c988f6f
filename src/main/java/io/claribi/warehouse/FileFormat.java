package io.claribi.warehouse;

import io.claribi.kernel.AppException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of file that become tables, told by the end of the name; whether the content agrees is checked apart. */
public enum FileFormat {
    CSV("csv"),
    TSV("tsv", "tab"),
    JSON("json"),
    JSONL("jsonl", "ndjson"),
    XLSX("xlsx"),
    PARQUET("parquet");

    private final List<String> extensions;

    FileFormat(String... extensions) {
        this.extensions = List.of(extensions);
    }

    /**
     * The format of a file by its name.
     *
     * @throws AppException FILE_FORMAT_UNSUPPORTED
     */
    public static FileFormat of(String fileName) {
        String extension =
                fileName.substring(fileName.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.extensions.contains(extension))
                .findFirst()
                .orElseThrow(() -> new AppException(
                        WarehouseError.FILE_FORMAT_UNSUPPORTED,
                        "Files of this kind can't be read. Please use .csv, .tsv, .json, .jsonl, .xlsx or .parquet."));
    }

    /** Its name on the wire: lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
