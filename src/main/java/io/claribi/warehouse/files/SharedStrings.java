package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.WarehouseError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts that cells refer to by number (ECMA-376 part 1, §18.4). They are held in memory, within a bound. */
final class SharedStrings {
    private static final long MOST_BYTES =
            Math.min(160L << 20, Runtime.getRuntime().maxMemory() / 8);
    private static final int OVERHEAD = 56;
    private static final int TEXTS_BETWEEN_LOOKS = 4_096;

    private final List<String> texts;

    private SharedStrings(List<String> texts) {
        this.texts = texts;
    }

    static SharedStrings read(WorkbookArchive archive, Optional<String> part, ImportRun run)
            throws IOException, XMLStreamException {
        var texts = new ArrayList<String>();
        Optional<XMLStreamReader> xml = part.isPresent() ? archive.part(part.get()) : Optional.empty();
        long bytes = 0;
        while (xml.isPresent() && Xml.nextStart(xml.get())) {
            if (xml.get().getLocalName().equals("si")) {
                String text = text(xml.get(), "si", run.limits().cellBytes());
                bytes += OVERHEAD + 2L * text.length();
                if (bytes > MOST_BYTES) {
                    throw new AppException(
                            WarehouseError.FILE_NEEDS_TOO_MUCH,
                            "The workbook holds too many different texts. Save its data as .csv.");
                }
                texts.add(text);
                if (texts.size() % TEXTS_BETWEEN_LOOKS == 0) {
                    run.look(0);
                }
            }
        }
        return new SharedStrings(texts);
    }

    /** The text inside the element that the reader stands on, in all its runs but without hints at pronunciation. */
    static String text(XMLStreamReader xml, String element, int longest) throws XMLStreamException {
        var text = new StringBuilder();
        boolean inText = false;
        int inHint = 0;
        while (true) {
            switch (Xml.next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> {
                    inText = xml.getLocalName().equals("t");
                    inHint += xml.getLocalName().equals("rPh") ? 1 : 0;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inText = false;
                    inHint -= xml.getLocalName().equals("rPh") ? 1 : 0;
                    if (xml.getLocalName().equals(element)) {
                        return text.toString();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText && inHint == 0) {
                        append(text, xml.getText(), longest);
                    }
                }
                default -> {}
            }
        }
    }

    static void append(StringBuilder text, String more, int longest) {
        if (text.length() + more.length() > longest) {
            throw new AppException(
                    WarehouseError.FILE_CELL_TOO_LARGE,
                    "The workbook holds a value that is longer than %d kB.".formatted(longest / 1024));
        }
        text.append(more);
    }

    String get(int index) {
        if (index < 0 || index >= texts.size()) {
            throw Workbook.unreadable("The workbook is damaged: a cell refers to a text that is not there.");
        }
        return texts.get(index);
    }
}
