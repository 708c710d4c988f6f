package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.FileFormat;
import io.claribi.warehouse.ImportLimits;
import io.claribi.warehouse.WarehouseError;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON file: an array of objects, objects one after the other, or one object with arrays of objects in it, each of which
 * is a table. It is read by a bounded parser in Java and not by DuckDB, whose inference holds what it saw in memory and
 * which a hostile file could bring down together with the server.
 */
final class JsonFile {
    private static final int ROWS_BETWEEN_LOOKS = 4_096;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_NUMBER = 1_000;

    private final Path file;
    private final String name;
    private final FileHead head;
    private final FileFormat format;
    private final ImportRun run;
    private long row;

    JsonFile(Path file, String name, FileHead head, FileFormat format, ImportRun run) {
        this.file = file;
        this.name = name;
        this.head = head;
        this.format = format;
        this.run = run;
    }

    List<StagedTable> load() throws IOException {
        run.stage(0, 0.1);
        JsonEnvelope envelope = format == FileFormat.JSONL
                ? JsonEnvelope.NONE
                : parse(parser -> JsonEnvelope.find(parser, () -> look(parser)));
        run.stage(0.1, 0.4);
        List<Spooled> spooled = parse(parser -> envelope.isOne() ? spoolMembers(parser, envelope) : spoolAll(parser));
        if (spooled.isEmpty()) {
            throw EmptyFile.refusal();
        }
        List<StagedTable> tables = new ArrayList<>();
        for (Spooled one : spooled) {
            run.step(0.4, 0.7, tables.size(), spooled.size());
            tables.add(new TextTableLoader(run).load(one.table(), one.rejects()));
        }
        return tables;
    }

    private <T> T parse(Parse<T> parse) throws IOException {
        row = 0;
        try (Reader in = TextEncoding.of(file, head, null).read(file);
                JsonParser parser = factory(run.limits()).createParser(in)) {
            try {
                return parse.of(parser);
            } catch (StreamConstraintsException e) {
                throw tooLarge(e, row + 1);
            } catch (JacksonException e) {
                throw unreadable("Line %d is not valid JSON."
                                .formatted(parser.currentLocation().getLineNr()))
                        .causedBy(e);
            }
        }
    }

    private List<Spooled> spoolAll(JsonParser parser) throws IOException {
        boolean array = parser.nextToken() == JsonToken.START_ARRAY;
        JsonToken first = array ? parser.nextToken() : parser.currentToken();
        List<Spooled> spooled = spool(parser, first, name, new Rejects());
        if (array && parser.nextToken() != null) {
            throw unreadable("Something follows after the end of the array.");
        }
        return spooled;
    }

    /** What stands beside the arrays belongs to no row, and is reported. */
    private List<Spooled> spoolMembers(JsonParser parser, JsonEnvelope envelope) throws IOException {
        List<String> names = envelope.names().size() == 1 ? List.of(name) : ColumnNames.of(envelope.names(), "table");
        JsonTables.check(names.size(), run.limits());
        var beside = new Rejects();
        List<Spooled> spooled = new ArrayList<>();
        int table = 0;
        parser.nextToken();
        for (int member = 0; parser.nextToken() == JsonToken.PROPERTY_NAME; member++) {
            String called = parser.currentName();
            parser.nextToken();
            if (envelope.isTable(member)) {
                Rejects rejects = table == 0 ? beside : new Rejects();
                spooled.addAll(spool(parser, parser.nextToken(), names.get(table), rejects));
                table++;
            } else {
                beside.note(0, called, shown(parser), "stands beside the rows and is left out");
            }
        }
        JsonTables.checkColumns(spooled.stream().map(Spooled::table).toList());
        return spooled;
    }

    private static String shown(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                parser.skipChildren();
                yield "{…}";
            }
            case START_ARRAY -> {
                parser.skipChildren();
                yield "[…]";
            }
            default -> parser.getString();
        };
    }

    /** One table, or none if its rows have no columns. */
    private List<Spooled> spool(JsonParser parser, JsonToken first, String called, Rejects rejects) throws IOException {
        ImportLimits limits = run.limits();
        var reader = new JsonRow(limits, rejects);
        try (var spool = new RowSpool(run.temporaryFile("csv"))) {
            row = 0;
            for (JsonToken token = first; token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    throw unreadable("A JSON file has to be an array of objects, or an object a line; entry %d is none."
                            .formatted(row + 1));
                }
                spool.add(row + 1, reader.read(parser, row + 1));
                row++;
                if (row % ROWS_BETWEEN_LOOKS == 0) {
                    look(parser);
                }
            }
            spool.close();
            return reader.names().isEmpty()
                    ? List.of()
                    : List.of(new Spooled(TextTable.of(spool, called, reader.names(), false, limits), rejects));
        }
    }

    private void look(JsonParser parser) {
        run.look((double) parser.currentLocation().getCharOffset() / head.fileSize());
    }

    private static JsonFactory factory(ImportLimits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.nesting())
                        .maxStringLength(limits.cellBytes())
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxDocumentLength(-1)
                        .build())
                .build();
    }

    private static AppException tooLarge(StreamConstraintsException failure, long row) {
        boolean depth = String.valueOf(failure.getMessage()).contains("depth");
        return new AppException(
                        depth ? WarehouseError.FILE_NESTED_TOO_DEEP : WarehouseError.FILE_CELL_TOO_LARGE,
                        depth
                                ? "Entry %d is nested too deep.".formatted(row)
                                : "Entry %d holds a value or a name that is too long.".formatted(row))
                .causedBy(failure);
    }

    private static AppException unreadable(String message) {
        return new AppException(WarehouseError.FILE_UNREADABLE, message);
    }

    private interface Parse<T> {
        T of(JsonParser parser) throws IOException;
    }

    private record Spooled(TextTable table, Rejects rejects) {}
}
