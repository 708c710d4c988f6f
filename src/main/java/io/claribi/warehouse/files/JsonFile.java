package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.ImportLimits;
import io.claribi.warehouse.WarehouseError;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON file: an array of objects, or objects one after the other. Each object is a row. It is read by a bounded parser
 * in Java and not by DuckDB, whose inference holds what it saw in memory and which a hostile file could bring down
 * together with the server.
 */
final class JsonFile {
    private static final int ROWS_BETWEEN_LOOKS = 4_096;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_NUMBER = 1_000;

    private final Path file;
    private final String name;
    private final FileHead head;
    private final ImportRun run;

    JsonFile(Path file, String name, FileHead head, ImportRun run) {
        this.file = file;
        this.name = name;
        this.head = head;
        this.run = run;
    }

    StagedTable load() throws IOException {
        run.stage(0, 0.4);
        var rejects = new Rejects();
        TextTable table = spool(rejects);
        run.stage(0.4, 0.7);
        return new TextTableLoader(run).load(table, rejects);
    }

    private TextTable spool(Rejects rejects) throws IOException {
        ImportLimits limits = run.limits();
        var row = new JsonRow(limits, rejects);
        try (Reader in = TextEncoding.of(file, head, null).read(file);
                JsonParser parser = factory(limits).createParser(in);
                var spool = new RowSpool(run.temporaryFile("csv"))) {
            try {
                spoolRows(parser, row, spool);
            } catch (StreamConstraintsException e) {
                throw tooLarge(e, spool.rows() + 1);
            } catch (JacksonException e) {
                throw unreadable("Line %d is not valid JSON."
                                .formatted(parser.currentLocation().getLineNr()))
                        .causedBy(e);
            }
            if (spool.rows() == 0 || row.names().isEmpty()) {
                throw EmptyFile.refusal();
            }
            spool.close();
            return TextTable.of(spool, name, row.names(), false, limits);
        }
    }

    private void spoolRows(JsonParser parser, JsonRow row, RowSpool spool) throws IOException {
        boolean array = parser.nextToken() == JsonToken.START_ARRAY;
        JsonToken token = array ? parser.nextToken() : parser.currentToken();
        while (token != null && token != JsonToken.END_ARRAY) {
            long number = spool.rows() + 1;
            if (token != JsonToken.START_OBJECT) {
                throw unreadable("A JSON file has to be an array of objects, or an object a line; entry %d is none."
                        .formatted(number));
            }
            spool.add(number, row.read(parser, number));
            if (number % ROWS_BETWEEN_LOOKS == 0) {
                run.look((double) parser.currentLocation().getCharOffset() / head.fileSize());
            }
            token = parser.nextToken();
        }
        if (array && parser.nextToken() != null) {
            throw unreadable("Something follows after the end of the array.");
        }
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
}
