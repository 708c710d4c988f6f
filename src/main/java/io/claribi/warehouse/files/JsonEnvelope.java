package io.claribi.warehouse.files;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What an answer of a REST API or a dump looks like: one object whose rows are in arrays inside it, as
 * {@code {"count": 2, "data": [{…}, {…}]}}.
 *
 * @param places which of the object's members are arrays of objects and nothing else, counted from 0
 * @param names what these are called
 */
record JsonEnvelope(BitSet places, List<String> names) {
    static final JsonEnvelope NONE = new JsonEnvelope(new BitSet(), List.of());
    private static final int ROWS_BETWEEN_LOOKS = 4_096;

    /**
     * Reads the first object of a file, and no further than to see that it is the only one: objects one after the other are
     * rows themselves.
     */
    static JsonEnvelope find(JsonParser parser, Runnable look) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return NONE;
        }
        var places = new BitSet();
        List<String> names = new ArrayList<>();
        for (int member = 0; parser.nextToken() == JsonToken.PROPERTY_NAME; member++) {
            String name = parser.currentName();
            parser.nextToken();
            if (holdsRows(parser, look)) {
                places.set(member);
                names.add(name);
            }
        }
        return parser.nextToken() == null ? new JsonEnvelope(places, names) : NONE;
    }

    private static boolean holdsRows(JsonParser parser, Runnable look) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return false;
        }
        boolean objects = true;
        int entries = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            objects &= parser.currentToken() == JsonToken.START_OBJECT;
            parser.skipChildren();
            entries++;
            if (entries % ROWS_BETWEEN_LOOKS == 0) {
                look.run();
            }
        }
        return objects && entries > 0;
    }

    boolean isOne() {
        return !names.isEmpty();
    }

    boolean isTable(int member) {
        return places.get(member);
    }
}
