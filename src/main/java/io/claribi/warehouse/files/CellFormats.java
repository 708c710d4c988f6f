package io.claribi.warehouse.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which styles show a number as a date or a time (ECMA-376 part 1, §18.8.30 and §18.8.31). */
final class CellFormats {
    private final List<Kind> byStyle;

    private CellFormats(List<Kind> byStyle) {
        this.byStyle = byStyle;
    }

    static CellFormats read(WorkbookArchive archive, Optional<String> part) throws IOException, XMLStreamException {
        var byStyle = new ArrayList<Kind>();
        Map<Integer, String> custom = new HashMap<>();
        Optional<XMLStreamReader> reader = part.isPresent() ? archive.part(part.get()) : Optional.empty();
        if (reader.isEmpty()) {
            return new CellFormats(List.of());
        }
        XMLStreamReader xml = reader.get();
        boolean inCellFormats = false;
        while (xml.hasNext()) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" ->
                        custom.put(Xml.number(Xml.attribute(xml, "numFmtId")), Xml.attribute(xml, "formatCode", ""));
                    case "cellXfs" -> inCellFormats = true;
                    case "xf" -> {
                        if (inCellFormats) {
                            int id = Xml.number(Xml.attribute(xml, "numFmtId"));
                            byStyle.add(custom.containsKey(id) ? Kind.ofCode(custom.get(id)) : Kind.ofBuiltIn(id));
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                inCellFormats = false;
            }
        }
        return new CellFormats(byStyle);
    }

    Kind of(int style) {
        return style >= 0 && style < byStyle.size() ? byStyle.get(style) : Kind.NUMBER;
    }

    /** What a number means. */
    enum Kind {
        NUMBER,
        DATE,
        TIME,
        TIMESTAMP;

        static Kind ofBuiltIn(int id) {
            return switch (id) {
                case 14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58 -> DATE;
                case 18, 19, 20, 21, 32, 33, 45, 46, 47 -> TIME;
                case 22 -> TIMESTAMP;
                default -> NUMBER;
            };
        }

        static Kind ofCode(String code) {
            String letters = code.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "")
                    .replaceAll("\\[(?![hHmMsS]+\\])[^\\]]*\\]", "")
                    .replaceAll("(?i)general", "");
            boolean time = letters.matches("(?s).*[hHsS].*");
            boolean date = letters.matches("(?s).*[yYdD].*") || (!time && letters.matches("(?s).*[mM].*"));
            if (date) {
                return time ? TIMESTAMP : DATE;
            }
            return time ? TIME : NUMBER;
        }
    }
}
