package io.claribi.query;

import io.claribi.warehouse.Column;
import io.claribi.warehouse.RowReader;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows as CSV as they come (RFC 4180, UTF-8). A missing value is an empty field, an empty text is {@code ""}. */
final class CsvWriter implements RowReader<Long> {
    private final CsvBuffer out;
    private final List<Column> columns;
    private long rows;

    CsvWriter(OutputStream out, List<Column> columns) {
        this.out = new CsvBuffer(out);
        this.columns = columns;
    }

    @Override
    public void columns(List<Column> unused) {
        for (int i = 0; i < columns.size(); i++) {
            separate(i);
            text(columns.get(i).name());
        }
        out.endLine();
    }

    @Override
    public boolean row(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            separate(i);
            cell(values[i]);
        }
        out.endLine();
        rows++;
        return true;
    }

    @Override
    public Long finish() {
        out.flush();
        return rows;
    }

    private void separate(int column) {
        if (column > 0) {
            out.ascii(',');
        }
    }

    private void cell(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case String text -> text(text);
            case Long number -> out.number(number);
            case Double number -> number(number);
            case BigDecimal number -> out.text(number.toPlainString());
            case LocalDate date -> out.date(date);
            case Instant instant -> moment(instant);
            default -> out.text(value.toString());
        }
    }

    private void number(double number) {
        if (!Double.isFinite(number)) {
            return;
        }
        if (Math.abs(number) < 1e15 && number == Math.rint(number)) {
            out.number((long) number);
        } else {
            out.text(Double.toString(number));
        }
    }

    private void moment(Instant instant) {
        if (instant.getNano() == 0) {
            out.moment(LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC));
            out.ascii('Z');
        } else {
            out.text(instant.toString());
        }
    }

    private void text(String text) {
        String cell = CellText.harmless(text);
        if (!needsQuotes(cell)) {
            out.text(cell);
            return;
        }
        out.ascii('"');
        out.text(cell.replace("\"", "\"\""));
        out.ascii('"');
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
