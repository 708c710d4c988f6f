package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.ImportLimits;
import io.claribi.warehouse.WarehouseError;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Makes cells of JSON objects: objects inside are flattened one level with a dot, arrays and what is deeper stay JSON
 * text. Columns come in the order in which the file first names them.
 */
final class JsonRow {
    private final ImportLimits limits;
    private final Map<Path, Integer> columns = new LinkedHashMap<>();
    private final Rejects rejects;
    private final List<String> cells = new ArrayList<>();
    private final BitSet filled = new BitSet();
    private long row;
    private long letters;

    JsonRow(ImportLimits limits, Rejects rejects) {
        this.limits = limits;
        this.rejects = rejects;
    }

    List<String> names() {
        return columns.keySet().stream().map(Path::name).toList();
    }

    /** The cells of the object that the parser stands on, one a column known so far; the list is ours. */
    List<String> read(JsonParser parser, long number) {
        row = number;
        letters = 0;
        cells.replaceAll(cell -> "");
        filled.clear();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                readInner(parser, name);
            } else {
                put(new Path(name, null), text(parser));
            }
        }
        return cells;
    }

    private void readInner(JsonParser parser, String outer) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var path = new Path(outer, parser.currentName());
            parser.nextToken();
            put(path, text(parser));
        }
    }

    private String text(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> "";
            case START_OBJECT, START_ARRAY -> JsonText.of(parser, limits, row);
            default -> parser.getString();
        };
    }

    private void put(Path path, String text) {
        letters += text.length();
        if (letters > limits.rowBytes()) {
            throw new AppException(
                    WarehouseError.FILE_ROW_TOO_LARGE,
                    "Entry %d is longer than %d kB.".formatted(row, limits.rowBytes() / 1024));
        }
        int column = columns.computeIfAbsent(path, p -> {
            TooManyColumns.check(columns.size() + 1, limits);
            cells.add("");
            return cells.size() - 1;
        });
        if (filled.get(column)) {
            rejects.add(row, path.name(), cells.get(column), "stands here twice; the last one counts");
        }
        filled.set(column);
        cells.set(column, text);
    }

    /** Where a value stands; {"a.b": 1} and {"a": {"b": 1}} are two columns. */
    private record Path(String outer, @Nullable String inner) {
        String name() {
            return inner == null ? outer : outer + "." + inner;
        }
    }
}
