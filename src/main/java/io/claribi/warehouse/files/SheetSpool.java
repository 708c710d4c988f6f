package io.claribi.warehouse.files;

import io.claribi.warehouse.FileOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Makes a table of text of one sheet. */
final class SheetSpool {
    private static final int FIRST_ROWS = 100;
    private static final int ROWS_BETWEEN_LOOKS = 1_024;

    private final WorkbookArchive archive;
    private final SheetCells cells;
    private final FileOptions options;
    private final ImportRun run;

    SheetSpool(WorkbookArchive archive, SheetCells cells, FileOptions options, ImportRun run) {
        this.archive = archive;
        this.cells = cells;
        this.options = options;
        this.run = run;
    }

    /** The sheet's table; nothing if it has no rows under its header. */
    Optional<TextTable> spool(String part, String name, Rejects rejects) throws IOException, XMLStreamException {
        Optional<XMLStreamReader> xml = archive.part(part);
        if (xml.isEmpty()) {
            return Optional.empty();
        }
        var rows = new SheetRows(xml.get(), cells, run.limits());
        List<NumberedRow> first = firstRows(rows);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var top = TableTop.of(first.stream().map(NumberedRow::cells).toList(), options.header());
        try (var spool = new RowSpool(run.temporaryFile("csv"))) {
            for (NumberedRow row : first.subList(top.preamble() + (top.header() ? 1 : 0), first.size())) {
                spool.add(row.number, row.cells);
            }
            spoolRest(rows, spool);
            spool.close();
            first.subList(0, top.preamble()).forEach(row -> rejects.notePreamble(row.number, row.cells));
            return spool.rows() == 0
                    ? Optional.empty()
                    : Optional.of(TextTable.of(spool, name, top.names(), false, run.limits()));
        }
    }

    private static List<NumberedRow> firstRows(SheetRows rows) throws XMLStreamException {
        var first = new ArrayList<NumberedRow>();
        while (first.size() < FIRST_ROWS && rows.next()) {
            if (!isEmpty(rows.cells())) {
                first.add(new NumberedRow(rows.number(), List.copyOf(rows.cells())));
            }
        }
        return first;
    }

    private void spoolRest(SheetRows rows, RowSpool spool) throws IOException, XMLStreamException {
        while (rows.next()) {
            if (!isEmpty(rows.cells())) {
                spool.add(rows.number(), rows.cells());
            }
            if (rows.number() % ROWS_BETWEEN_LOOKS == 0) {
                run.look(0);
            }
        }
    }

    private static boolean isEmpty(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    private record NumberedRow(long number, List<String> cells) {}
}
