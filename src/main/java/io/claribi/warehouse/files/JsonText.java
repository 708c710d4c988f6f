package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.ImportLimits;
import io.claribi.warehouse.WarehouseError;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the array or object that a parser stands on as text again. */
final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    static String of(JsonParser parser, ImportLimits limits, long row) {
        var text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            int depth = 0;
            while (true) {
                generator.copyCurrentEventExact(parser);
                switch (parser.currentToken()) {
                    case START_OBJECT, START_ARRAY -> depth++;
                    case END_OBJECT, END_ARRAY -> depth--;
                    default -> checkLength(text, limits, row);
                }
                if (depth == 0) {
                    break;
                }
                parser.nextToken();
            }
        }
        return text.toString();
    }

    private static void checkLength(StringWriter text, ImportLimits limits, long row) {
        if (text.getBuffer().length() > limits.cellBytes()) {
            throw new AppException(
                    WarehouseError.FILE_CELL_TOO_LARGE,
                    "Entry %d holds a value that is longer than %d kB.".formatted(row, limits.cellBytes() / 1024));
        }
    }
}
