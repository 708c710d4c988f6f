package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.ImportLimits;
import io.claribi.warehouse.WarehouseError;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet (ECMA-376 part 1, §18.3.1), one after the other. */
final class SheetRows {
    private static final int MOST_COLUMN_LETTERS = 3;

    private final XMLStreamReader xml;
    private final SheetCells cells;
    private final ImportLimits limits;
    private final List<String> row = new ArrayList<>();
    private long number;
    private long letters;

    SheetRows(XMLStreamReader xml, SheetCells cells, ImportLimits limits) {
        this.xml = xml;
        this.cells = cells;
        this.limits = limits;
    }

    /** Goes on to the next row; false at the end. */
    boolean next() throws XMLStreamException {
        row.clear();
        letters = 0;
        while (Xml.nextStart(xml)) {
            if (xml.getLocalName().equals("row")) {
                int given = Xml.number(Xml.attribute(xml, "r"));
                number = given > number ? given : number + 1;
                readCells();
                return true;
            }
        }
        return false;
    }

    /** The row's number in the sheet. */
    long number() {
        return number;
    }

    /** The cells up to the last that holds something; the list is ours. */
    List<String> cells() {
        return row;
    }

    private void readCells() throws XMLStreamException {
        int column = 0;
        while (true) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                column = column(Xml.attribute(xml, "r"), column);
                put(column, cell());
                column++;
            }
        }
    }

    private String cell() throws XMLStreamException {
        String type = Xml.attribute(xml, "t", "n");
        int style = Xml.number(Xml.attribute(xml, "s"));
        String text = "";
        while (true) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                return text;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("is")) {
                    text = SharedStrings.text(xml, "is", limits.cellBytes());
                } else if (xml.getLocalName().equals("v")) {
                    String raw = raw();
                    text = raw.isEmpty() ? "" : cells.text(type, style, raw);
                }
            }
        }
    }

    private String raw() throws XMLStreamException {
        var raw = new StringBuilder();
        while (true) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                return raw.toString();
            }
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                SharedStrings.append(raw, xml.getText(), limits.cellBytes());
            }
        }
    }

    private void put(int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        TooManyColumns.check(column + 1, limits);
        letters += text.length();
        if (letters > limits.rowBytes()) {
            throw new AppException(
                    WarehouseError.FILE_ROW_TOO_LARGE,
                    "Row %d is longer than %d kB.".formatted(number, limits.rowBytes() / 1024));
        }
        while (row.size() <= column) {
            row.add("");
        }
        row.set(column, text);
    }

    /** The column of a reference such as AB12, counted from 0. */
    private static int column(@Nullable String reference, int next) {
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z'; i++) {
            if (i == MOST_COLUMN_LETTERS) {
                throw Workbook.unreadable("The workbook is damaged: a cell stands nowhere.");
            }
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        return column == 0 ? next : column - 1;
    }
}
