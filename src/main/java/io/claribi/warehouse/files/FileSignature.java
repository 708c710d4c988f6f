package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.FileFormat;
import io.claribi.warehouse.WarehouseError;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file is by its first bytes, for files whose name says something else. */
enum FileSignature {
    PDF("a PDF document", "%PDF"),
    ZIP("a ZIP archive or an office document", "PK\u0003\u0004"),
    GZIP("a gzip archive", "\u001F\u008B"),
    OLE("an old office document", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
    PARQUET("a Parquet file", "PAR1"),
    PNG("a picture", "\u0089PNG"),
    JPEG("a picture", "\u00FF\u00D8\u00FF"),
    GIF("a picture", "GIF8"),
    SQLITE("an SQLite database", "SQLite f"),
    ELF("a program", "\u007FELF"),
    RTF("a text document", "{\\rtf");

    private static final int MARKUP_WITHIN = 512;

    private final String words;
    private final String start;

    FileSignature(String words, String start) {
        this.words = words;
        this.start = start;
    }

    /**
     * Refuses a file that is empty or is not what its name says.
     *
     * @throws AppException FILE_EMPTY, FILE_PROTECTED, FILE_TYPE_MISMATCH
     */
    static void check(FileHead head, FileFormat format) {
        if (head.fileSize() == 0) {
            throw new AppException(WarehouseError.FILE_EMPTY, "The file is empty.");
        }
        Optional<FileSignature> signature = Arrays.stream(values())
                .filter(candidate -> head.startsWith(candidate.start))
                .findFirst();
        switch (format) {
            case XLSX -> checkWorkbook(signature, head);
            case PARQUET -> {
                if (signature.filter(PARQUET::equals).isEmpty()) {
                    throw mismatch(format, describe(signature, head));
                }
            }
            case CSV, TSV, JSON, JSONL -> {
                if (signature.isPresent() || isMarkup(head) || hasNul(head)) {
                    throw mismatch(format, describe(signature, head));
                }
            }
        }
    }

    private static void checkWorkbook(Optional<FileSignature> signature, FileHead head) {
        if (signature.filter(OLE::equals).isPresent()) {
            throw new AppException(
                    WarehouseError.FILE_PROTECTED,
                    "The workbook is protected by a password or in the old .xls form. Save it as .xlsx without a password.");
        }
        if (signature.filter(ZIP::equals).isEmpty()) {
            throw mismatch(FileFormat.XLSX, describe(signature, head));
        }
    }

    private static AppException mismatch(FileFormat format, String found) {
        return new AppException(
                WarehouseError.FILE_TYPE_MISMATCH,
                "The file is named .%s but looks like %s.".formatted(format.wireName(), found));
    }

    private static String describe(Optional<FileSignature> signature, FileHead head) {
        if (signature.isPresent()) {
            return signature.get().words;
        }
        if (isMarkup(head)) {
            return "a web page or XML";
        }
        return hasNul(head) ? "binary data" : "text of another kind";
    }

    private static boolean isMarkup(FileHead head) {
        String start = head.text(MARKUP_WITHIN)
                .replaceFirst("^\u00EF\u00BB\u00BF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml");
    }

    /** Text has no NUL, unless it is UTF-16, which says so in its first two bytes. */
    private static boolean hasNul(FileHead head) {
        return head.contains(0)
                && TextEncoding.byMark(head).filter(TextEncoding::isWide).isEmpty();
    }
}
