package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.tenancy.OrganizationFolder;
import io.claribi.warehouse.ColumnStatistics;
import io.claribi.warehouse.FileFormat;
import io.claribi.warehouse.FileImport;
import io.claribi.warehouse.FileOptions;
import io.claribi.warehouse.ImportLimits;
import io.claribi.warehouse.ImportObserver;
import io.claribi.warehouse.ImportedFile;
import io.claribi.warehouse.ImportedFile.ImportedTable;
import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.WarehouseError;
import io.claribi.warehouse.WarehouseSettings;
import io.claribi.warehouse.duckdb.DuckException;
import io.claribi.warehouse.duckdb.DuckSession;
import io.claribi.warehouse.duckdb.FairSlots;
import io.claribi.warehouse.duckdb.SessionLimits;
import io.claribi.warehouse.statistics.Profiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads files in a session of their own, one file an organization at a time. */
@Component
public final class FileImporter implements FileImport {
    private final WarehouseSettings settings;
    private final FairSlots slots;

    public FileImporter(WarehouseSettings settings) {
        this.settings = settings;
        this.slots = new FairSlots(settings.imports(), 1);
    }

    @Override
    public ImportedFile importFile(
            OrganizationFolder folder,
            Path upload,
            String fileName,
            FileOptions options,
            ImportLimits limits,
            ImportObserver observer) {
        FileFormat format = FileFormat.of(fileName);
        FileHead head = FileHead.of(upload);
        FileSignature.check(head, format);
        var sessionLimits = new SessionLimits(settings.importMemory(), settings.threads(), settings.spill());
        try (var slot = slots.take(folder.organization(), settings.importPatience());
                var run = new ImportRun(
                        DuckSession.open(folder, sessionLimits, List.of(upload.toAbsolutePath())),
                        limits,
                        observer,
                        settings.importTimeout())) {
            List<StagedTable> tables = load(upload, tableName(fileName), head, format, options, run);
            List<List<ColumnStatistics>> statistics = profile(tables, run);
            long bytes = run.keep(tables);
            return new ImportedFile(format, bytes, imported(tables, statistics));
        } catch (DuckException e) {
            throw new AppException(
                            WarehouseError.FILE_UNREADABLE,
                            "The file is damaged or not a proper .%s file.".formatted(format.wireName()))
                    .causedBy(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<StagedTable> load(
            Path file, String name, FileHead head, FileFormat format, FileOptions options, ImportRun run)
            throws IOException {
        return switch (format) {
            case CSV, TSV -> List.of(new DelimitedFile(file, name, head, format, options, run).load());
            case JSON, JSONL -> List.of(new JsonFile(file, name, head, run).load());
            case XLSX -> new Workbook(file, options, run).load();
            case PARQUET -> List.of(new ParquetFile(file, name, run).load());
        };
    }

    private static String tableName(String fileName) {
        String base = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = base.lastIndexOf('.');
        String name = ColumnNames.tidy(dot > 0 ? base.substring(0, dot) : base);
        return name.isEmpty() ? "table" : name;
    }

    private static List<List<ColumnStatistics>> profile(List<StagedTable> tables, ImportRun run) {
        var statistics = new ArrayList<List<ColumnStatistics>>();
        for (int i = 0; i < tables.size(); i++) {
            StagedTable table = tables.get(i);
            run.step(0.7, 1, i, tables.size());
            statistics.add(run.call(duck -> new Profiler(duck).profile(table.file(), table.rows(), table.columns())));
        }
        return statistics;
    }

    private static List<ImportedTable> imported(List<StagedTable> tables, List<List<ColumnStatistics>> statistics) {
        var imported = new ArrayList<ImportedTable>();
        for (int i = 0; i < tables.size(); i++) {
            StagedTable table = tables.get(i);
            imported.add(new ImportedTable(
                    new StoredTable(table.version(), table.name(), table.rows(), table.columns()),
                    statistics.get(i),
                    table.rejects().count(),
                    table.rejects().first()));
        }
        return imported;
    }
}
