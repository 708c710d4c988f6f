package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.ImportLimits;
import io.claribi.warehouse.WarehouseError;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads records of delimited text (RFC 4180, and forgiving beyond it: any delimiter, any line end, blanks before an
 * opening quote, letters after a closing one, a quote that is never closed).
 */
final class CsvParser {
    private static final int NONE = -1;

    private final Reader in;
    private final char delimiter;
    private final ImportLimits limits;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int end;

    private final List<String> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private int recordLength;
    private long row;
    private boolean openQuote;
    private boolean swallowedLines;
    private int openColumn;

    CsvParser(Reader in, char delimiter, ImportLimits limits) {
        this.in = in;
        this.delimiter = delimiter;
        this.limits = limits;
    }

    /** Goes on to the next record; false at the end. */
    boolean next() throws IOException {
        fields.clear();
        recordLength = 0;
        if (peek() == NONE) {
            return false;
        }
        row++;
        while (readField()) {
            fields.add(taken());
        }
        fields.add(taken());
        return true;
    }

    /** The fields of the record; the list is the parser's. */
    List<String> fields() {
        return fields;
    }

    /** The record's number, blank ones counted; the first is 1. */
    long row() {
        return row;
    }

    /** Whether the record is an empty line. */
    boolean isBlank() {
        return recordLength == 0 && fields.size() == 1;
    }

    /** Whether the file ended inside quotes. */
    boolean endedInQuotes() {
        return openQuote;
    }

    /** The column of the value in them, the first being 1. */
    int openColumn() {
        return openColumn;
    }

    /** Whether those quotes took in what may have been more records. */
    boolean endedInQuotesOverLines() {
        return openQuote && swallowedLines;
    }

    /** Reads up to a delimiter (true) or the end of the record (false). */
    private boolean readField() throws IOException {
        while (peek() == ' ') {
            append((char) read());
        }
        if (peek() == '"') {
            skip();
            field.setLength(0);
            recordLength++;
            readQuoted();
        }
        while (true) {
            int c = read();
            if (c == delimiter) {
                recordLength++;
                return true;
            }
            if (c == '\n' || c == NONE) {
                return false;
            }
            if (c == '\r') {
                if (peek() == '\n') {
                    skip();
                }
                return false;
            }
            append((char) c);
        }
    }

    private void readQuoted() throws IOException {
        while (true) {
            int c = read();
            if (c == NONE) {
                openQuote = true;
                openColumn = fields.size() + 1;
                swallowedLines = field.toString().strip().lines().count() > 1;
                return;
            }
            if (c == '"') {
                if (peek() != '"') {
                    return;
                }
                skip();
            }
            append((char) c);
        }
    }

    private void append(char c) {
        if (field.length() >= limits.cellBytes()) {
            throw new AppException(
                    WarehouseError.FILE_CELL_TOO_LARGE,
                    "The value in row %d, column %d is longer than %d kB. Perhaps a quote was opened there and never closed."
                            .formatted(row, fields.size() + 1, limits.cellBytes() / 1024));
        }
        if (recordLength >= limits.rowBytes()) {
            throw new AppException(
                    WarehouseError.FILE_ROW_TOO_LARGE,
                    "Row %d is longer than %d kB.".formatted(row, limits.rowBytes() / 1024));
        }
        field.append(c);
        recordLength++;
    }

    private String taken() {
        String text = field.toString();
        field.setLength(0);
        if (fields.size() >= 2 * limits.columns()) {
            throw TooManyColumns.of(limits);
        }
        return text;
    }

    private int read() throws IOException {
        return position < end || fill() ? buffer[position++] : NONE;
    }

    private int peek() throws IOException {
        return position < end || fill() ? buffer[position] : NONE;
    }

    private void skip() {
        position++;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
