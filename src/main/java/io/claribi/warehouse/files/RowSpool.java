package io.claribi.warehouse.files;

import io.claribi.warehouse.ImportLimits;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes rows of text to a file in the one plain form that DuckDB can't misread: UTF-8, comma, RFC 4180, no header, each
 * row with its number in the source first. Nothing that a stranger wrote reaches DuckDB's parser in another form.
 */
final class RowSpool implements AutoCloseable {
    /** For half of a surrogate pair, which is no letter. */
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

    private final Path file;
    private final Writer out;
    private long rows;
    private long letters;
    private int width;
    private boolean ragged;

    RowSpool(Path file) throws IOException {
        this.file = file;
        this.out = new BufferedWriter(
                new OutputStreamWriter(
                        Files.newOutputStream(file),
                        StandardCharsets.UTF_8
                                .newEncoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                                .replaceWith(REPLACEMENT)),
                1 << 16);
    }

    /** Adds a row; an empty cell is a missing value. */
    void add(long row, List<String> cells) throws IOException {
        out.write(Long.toString(row));
        for (String cell : cells) {
            out.write(',');
            write(cell);
            letters += cell.length();
        }
        out.write('\n');
        ragged |= rows > 0 && cells.size() != width;
        width = Math.max(width, cells.size());
        rows++;
    }

    private void write(String cell) throws IOException {
        boolean plain = true;
        for (int i = 0; i < cell.length() && plain; i++) {
            char c = cell.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r' && c != 0;
        }
        if (plain) {
            out.write(cell);
            return;
        }
        out.write('"');
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '"') {
                out.write('"');
            }
            out.write(c == 0 ? '\uFFFD' : c);
        }
        out.write('"');
    }

    Path file() {
        return file;
    }

    long rows() {
        return rows;
    }

    int width() {
        return width;
    }

    /** Whether rows differ in length; the shorter ones lack values at the end. */
    boolean isRagged() {
        return ragged;
    }

    /** How many bytes a line may have: each letter may be a quote, which is doubled, or take three bytes. */
    static int longestLine(ImportLimits limits) {
        return 3 * limits.rowBytes() + 4 * limits.columns();
    }

    /** The mean length of a row. */
    long rowLength() {
        return rows == 0 ? 0 : letters / rows;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
