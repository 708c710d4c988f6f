package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.FileFormat;
import io.claribi.warehouse.FileOptions;
import io.claribi.warehouse.WarehouseError;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A CSV or TSV file. DuckDB reads it as it is when it is UTF-8 and each record has as many fields as the header; else we
 * read it, forgivingly, and say what was odd.
 */
final class DelimitedFile {
    private static final int RECORDS_BETWEEN_LOOKS = 4_096;

    private final Path file;
    private final String name;
    private final FileHead head;
    private final FileFormat format;
    private final FileOptions options;
    private final ImportRun run;

    DelimitedFile(Path file, String name, FileHead head, FileFormat format, FileOptions options, ImportRun run) {
        this.file = file;
        this.name = name;
        this.head = head;
        this.format = format;
        this.options = options;
        this.run = run;
    }

    StagedTable load() throws IOException {
        if (head.isWhole()
                && TextEncoding.guess(head, options.encoding()).decode(head).isBlank()) {
            throw EmptyFile.refusal();
        }
        var loader = new TextTableLoader(run);
        run.stage(0, 0.7);
        Optional<StagedTable> strict = Optional.empty();
        if (TextEncoding.guess(head, options.encoding()) == TextEncoding.UTF_8 && hasALine()) {
            Dialect dialect = dialect(TextEncoding.UTF_8);
            if (dialect.preamble() == 0) {
                strict = loader.tryStrictly(asItIs(dialect), new Rejects());
            }
        }
        StagedTable table = strict.isPresent() ? strict.get() : withCare(loader);
        if (table.rows() == 0) {
            throw EmptyFile.refusal();
        }
        return table;
    }

    /** DuckDB takes a first line that is too long for it for a header without rows. */
    private boolean hasALine() {
        return head.isWhole() || head.contains('\n') || head.contains('\r');
    }

    private Dialect dialect(TextEncoding encoding) throws IOException {
        return new DialectGuess(run.limits()).of(encoding.decode(head), head.isWhole(), format, options);
    }

    private TextTable asItIs(Dialect dialect) {
        return new TextTable(
                name,
                file,
                dialect.delimiter(),
                dialect.header(),
                false,
                false,
                dialect.isContinental(),
                dialect.names(),
                rowLength(),
                run.limits().cellBytes());
    }

    private long rowLength() {
        return head.bytes().length / (1 + head.count('\n'));
    }

    private StagedTable withCare(TextTableLoader loader) throws IOException {
        TextEncoding encoding = TextEncoding.of(file, head, options.encoding());
        Dialect dialect = dialect(encoding);
        var rejects = new Rejects();
        boolean damaged = encoding == TextEncoding.UTF_8 && TextEncoding.isDamaged(file);
        run.stage(0.1, 0.3);
        TextTable spooled = spool(encoding, dialect, damaged, rejects);
        run.stage(0.3, 0.7);
        return loader.loadCarefully(spooled, rejects);
    }

    private TextTable spool(TextEncoding encoding, Dialect dialect, boolean damaged, Rejects rejects)
            throws IOException {
        try (Reader in = encoding.read(file);
                var spool = new RowSpool(run.temporaryFile("csv"))) {
            var parser = new CsvParser(in, dialect.delimiter(), run.limits());
            boolean headerIsNext = dialect.header();
            while (parser.next()) {
                if (parser.row() % RECORDS_BETWEEN_LOOKS == 0) {
                    run.look(0);
                }
                if (parser.row() <= dialect.preamble()) {
                    rejects.notePreamble(parser.row(), parser.fields());
                } else if (headerIsNext) {
                    headerIsNext = parser.isBlank();
                } else if (!parser.isBlank() || dialect.width() == 1) {
                    if (damaged) {
                        noteDamage(parser, rejects);
                    }
                    spool.add(parser.row(), fit(parser, dialect.width(), rejects));
                }
            }
            if (parser.endedInQuotesOverLines()) {
                throw new AppException(
                        WarehouseError.FILE_UNREADABLE,
                        "A quote is opened in row %d, column %d and never closed, so that all that follows is one value. Close it, or remove it."
                                .formatted(parser.row(), parser.openColumn()));
            }
            if (parser.endedInQuotes()) {
                rejects.note(parser.row(), "", "", "a quote is opened in this row and never closed");
            }
            spool.close();
            return TextTable.of(spool, name, dialect.names(), dialect.isContinental(), run.limits());
        }
    }

    private static void noteDamage(CsvParser parser, Rejects rejects) {
        parser.fields().stream()
                .filter(field -> field.indexOf(TextEncoding.REPLACEMENT) >= 0)
                .forEach(field -> rejects.note(parser.row(), "", field, "holds bytes that are no letters in UTF-8"));
    }

    /** As many fields as there are columns. */
    private static List<String> fit(CsvParser parser, int width, Rejects rejects) {
        List<String> fields = parser.fields();
        if (fields.size() < width) {
            rejects.note(
                    parser.row(), "", String.join(" ", fields), "has %d of %d fields".formatted(fields.size(), width));
            return fields;
        }
        for (int i = width; i < fields.size(); i++) {
            if (!fields.get(i).isBlank()) {
                rejects.add(parser.row(), "", fields.get(i), "field %d of %d".formatted(i + 1, width));
            }
        }
        return fields.subList(0, width);
    }
}
