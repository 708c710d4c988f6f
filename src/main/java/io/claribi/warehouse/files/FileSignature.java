package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.FileFormat;
import io.claribi.warehouse.WarehouseError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file is by its first bytes, for files whose name says something else. */
enum FileSignature {
    PDF("a PDF document", '%', 'P', 'D', 'F'),
    ZIP("a ZIP archive or an office document", 'P', 'K', 3, 4),
    GZIP("a gzip archive", 0x1F, 0x8B),
    OLE("an old office document", 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1),
    PARQUET("a Parquet file", 'P', 'A', 'R', '1'),
    PNG("a picture", 0x89, 'P', 'N', 'G'),
    JPEG("a picture", 0xFF, 0xD8, 0xFF),
    GIF("a picture", 'G', 'I', 'F', '8'),
    SQLITE("an SQLite database", 'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f'),
    ELF("a program", 0x7F, 'E', 'L', 'F'),
    RTF("a text document", '{', '\\', 'r', 't', 'f');

    private static final int MARKUP_WITHIN = 512;

    private final String words;
    private final int[] start;

    FileSignature(String words, int... start) {
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
        String start = new String(
                        head.bytes(), 0, Math.min(head.bytes().length, MARKUP_WITHIN), StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00EF\u00BB\u00BF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml");
    }

    /** Text has no NUL, unless it is UTF-16, which says so in its first two bytes. */
    private static boolean hasNul(FileHead head) {
        if (TextEncoding.byMark(head).filter(TextEncoding::isWide).isPresent()) {
            return false;
        }
        for (byte b : head.bytes()) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
