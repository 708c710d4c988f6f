package io.claribi.query;

import io.claribi.warehouse.Column;
import io.claribi.warehouse.RowReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as one sheet of a workbook as they come, so that memory holds a few hundred of them, or a
 * megabyte. What a spreadsheet
 * can't hold as it is stays readable as text: days before March 1900, and numbers of more than 15 digits.
 */
final class XlsxWriter implements RowReader<Long> {
    private static final int FLUSH_ROWS = 500;
    private static final int FLUSH_CHARS = 1 << 20;
    private static final int MAX_CELL_CHARS = 32_767;
    private static final long MAX_EXACT = 999_999_999_999_999L;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final double SECONDS_A_DAY = 86_400;

    private final List<Column> columns;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;
    private long chars;

    XlsxWriter(OutputStream out, String table, List<Column> columns) {
        this.columns = columns;
        this.workbook = new Workbook(out, "clariBI", "1.0");
        this.sheet = workbook.newWorksheet(sheetName(table));
    }

    @Override
    public void columns(List<Column> unused) {
        for (int i = 0; i < columns.size(); i++) {
            sheet.inlineString(0, i, CellText.harmless(columns.get(i).name()));
            sheet.width(i, width(columns.get(i)));
            sheet.style(0, i).bold().set();
        }
        sheet.freezePane(0, 1);
    }

    @Override
    public boolean row(@Nullable Object[] values) {
        rows++;
        for (int i = 0; i < values.length; i++) {
            cell(i, values[i]);
        }
        if (rows % FLUSH_ROWS == 0 || chars > FLUSH_CHARS) {
            flush();
        }
        return true;
    }

    @Override
    public Long finish() {
        try {
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (long) rows;
    }

    private void flush() {
        chars = 0;
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cell(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case String text -> text(column, text);
            case Long number -> number(column, number, Math.abs(number) <= MAX_EXACT);
            case BigInteger number -> text(column, number.toString());
            case BigDecimal number -> number(column, number, number.precision() <= 15);
            case Double number -> finite(column, number);
            case Boolean bool -> sheet.value(rows, column, bool);
            case LocalDate date -> date(column, date);
            case Instant instant -> moment(column, instant);
            case LocalTime time -> time(column, time);
            default -> text(column, value.toString());
        }
    }

    private void text(int column, String text) {
        String cell = CellText.harmless(text);
        String fitting = cell.length() > MAX_CELL_CHARS ? cell.substring(0, MAX_CELL_CHARS - 1) + "…" : cell;
        chars += fitting.length();
        sheet.inlineString(rows, column, fitting);
    }

    private void finite(int column, double number) {
        if (Double.isFinite(number)) {
            sheet.value(rows, column, number);
        }
    }

    private void number(int column, Number number, boolean exact) {
        if (exact) {
            sheet.value(rows, column, number);
        } else {
            sheet.inlineString(
                    rows, column, number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString());
        }
    }

    private void date(int column, LocalDate date) {
        if (date.isBefore(FIRST_DAY)) {
            sheet.inlineString(rows, column, date.toString());
        } else {
            sheet.value(rows, column, date);
            sheet.style(rows, column).format("yyyy-mm-dd").set();
        }
    }

    private void moment(int column, Instant instant) {
        var moment = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        if (moment.toLocalDate().isBefore(FIRST_DAY)) {
            sheet.inlineString(rows, column, instant.toString());
        } else {
            sheet.value(rows, column, moment);
            sheet.style(rows, column).format("yyyy-mm-dd hh:mm:ss").set();
        }
    }

    private void time(int column, LocalTime time) {
        sheet.value(rows, column, time.toNanoOfDay() / 1e9 / SECONDS_A_DAY);
        sheet.style(rows, column).format("hh:mm:ss").set();
    }

    private static double width(Column column) {
        double values = switch (column.type()) {
            case DATE, TIME, INTEGER, DECIMAL, BOOLEAN -> 12;
            case TIMESTAMP -> 19;
            case TEXT -> 20;
        };
        return Math.clamp(column.name().length() + 2.0, values, 40);
    }

    /** The library takes out what a sheet's name can't hold, except that it can't be empty or begin or end with '. */
    private static String sheetName(String table) {
        String name = table.replaceAll("[\\p{Cntrl}']", " ").strip();
        return name.isEmpty() ? "Data" : name;
    }
}
