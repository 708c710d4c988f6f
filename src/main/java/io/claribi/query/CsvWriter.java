package io.claribi.query;

import io.claribi.warehouse.Column;
import io.claribi.warehouse.RowReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows as CSV as they come (RFC 4180, UTF-8). A missing value is an empty field, an empty text is {@code ""}. */
final class CsvWriter implements RowReader<Long> {
    private static final int BUFFER_CHARS = 32_768;

    private final Writer out;
    private final List<Column> columns;
    private final StringBuilder buffer = new StringBuilder(BUFFER_CHARS + 1_024);
    private long rows;

    CsvWriter(OutputStream out, List<Column> columns) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.columns = columns;
    }

    @Override
    public void columns(List<Column> unused) {
        for (int i = 0; i < columns.size(); i++) {
            separate(i);
            text(columns.get(i).name());
        }
        endLine();
    }

    @Override
    public boolean row(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            separate(i);
            cell(values[i]);
        }
        endLine();
        rows++;
        return true;
    }

    @Override
    public Long finish() {
        drain();
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private void separate(int column) {
        if (column > 0) {
            buffer.append(',');
        }
    }

    private void endLine() {
        buffer.append("\r\n");
        if (buffer.length() >= BUFFER_CHARS) {
            drain();
        }
    }

    private void drain() {
        try {
            out.append(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buffer.setLength(0);
    }

    private void cell(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case String text -> text(text);
            case Long number -> buffer.append(number.longValue());
            case Double number -> number(number);
            case BigDecimal number -> buffer.append(number.toPlainString());
            default -> buffer.append(value);
        }
    }

    private void number(double number) {
        double size = Math.abs(number);
        if (!Double.isFinite(number)) {
            return;
        }
        if (size < 1e15 && number == Math.rint(number)) {
            buffer.append((long) number);
        } else {
            buffer.append(number);
        }
    }

    private void text(String text) {
        String cell = CellText.harmless(text);
        if (!needsQuotes(cell)) {
            buffer.append(cell);
            return;
        }
        buffer.append('"');
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '"') {
                buffer.append('"');
            }
            buffer.append(c);
        }
        buffer.append('"');
    }

    private static boolean needsQuotes(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            switch (cell.charAt(i)) {
                case ',', '"', '\n', '\r', ';', '\t' -> {
                    return true;
                }
                default -> {}
            }
        }
        return cell.isEmpty() || cell.charAt(0) == ' ' || cell.charAt(cell.length() - 1) == ' ';
    }
}
