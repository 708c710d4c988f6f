package io.claribi.warehouse.files;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Small steps over XML whose namespaces differ between writers. */
final class Xml {
    private Xml() {}

    /** Goes on to the next start of an element; false at the end. A document type, and with it every entity, is refused. */
    static boolean nextStart(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    static int next(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("A document type or an entity");
        }
        return event;
    }

    static @Nullable String attribute(XMLStreamReader xml, String localName) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(localName)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    static String attribute(XMLStreamReader xml, String localName, String absent) {
        String value = attribute(xml, localName);
        return value == null ? absent : value;
    }

    /** A whole number that is not negative, -1 when it is something else. */
    static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
