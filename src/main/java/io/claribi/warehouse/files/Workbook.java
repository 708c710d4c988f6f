package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.FileOptions;
import io.claribi.warehouse.WarehouseError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;

/** An XLSX workbook (ECMA-376): every sheet that holds rows becomes a table. Read as a stream, within bounds. */
final class Workbook {
    /** Of all sheets together: what is known of a source's columns is read and told as one. */
    static final int MOST_COLUMNS = 5_000;

    private final Path file;
    private final FileOptions options;
    private final ImportRun run;

    Workbook(Path file, FileOptions options, ImportRun run) {
        this.file = file;
        this.options = options;
        this.run = run;
    }

    List<StagedTable> load() throws IOException {
        run.stage(0, 0.05);
        try (var archive = WorkbookArchive.open(file, run.limits())) {
            var outline = WorkbookOutline.read(archive);
            checkSheets(outline);
            var cells = new SheetCells(
                    SharedStrings.read(archive, outline.sharedStrings(), run),
                    CellFormats.read(archive, outline.styles()),
                    outline.startsIn1904());
            return tables(archive, outline, cells);
        } catch (XMLStreamException e) {
            throw unreadable("The workbook holds XML that is not proper or not allowed.")
                    .causedBy(e);
        } catch (ZipException e) {
            throw unreadable("The workbook is damaged or incomplete.").causedBy(e);
        }
    }

    private void checkSheets(WorkbookOutline outline) {
        if (outline.sheets().size() > run.limits().tables()) {
            throw new AppException(
                    WarehouseError.FILE_TOO_MANY_SHEETS,
                    "The workbook has more than %d sheets."
                            .formatted(run.limits().tables()));
        }
    }

    private List<StagedTable> tables(WorkbookArchive archive, WorkbookOutline outline, SheetCells cells)
            throws IOException, XMLStreamException {
        var tables = new ArrayList<StagedTable>();
        List<String> names = ColumnNames.of(
                outline.sheets().stream().map(WorkbookOutline.Sheet::name).toList(), "Sheet");
        int columns = 0;
        int step = 0;
        int steps = 2 * outline.sheets().size();
        for (WorkbookOutline.Sheet sheet : outline.sheets()) {
            String name = names.get(step / 2);
            run.step(0.05, 0.7, step++, steps);
            var rejects = new Rejects();
            Optional<TextTable> table = new SheetSpool(archive, cells, options, run).spool(sheet.part(), name, rejects);
            run.step(0.05, 0.7, step++, steps);
            if (table.isPresent()) {
                columns += table.get().width();
                checkColumns(columns);
                tables.add(new TextTableLoader(run).load(table.get(), rejects));
            }
        }
        if (tables.isEmpty()) {
            throw EmptyFile.refusal();
        }
        return tables;
    }

    private static void checkColumns(int columns) {
        if (columns > MOST_COLUMNS) {
            throw new AppException(
                    WarehouseError.FILE_TOO_MANY_COLUMNS,
                    "The workbook has more than %d columns in all its sheets. Split it.".formatted(MOST_COLUMNS));
        }
    }

    static AppException unreadable(String message) {
        return new AppException(WarehouseError.FILE_UNREADABLE, message);
    }
}
