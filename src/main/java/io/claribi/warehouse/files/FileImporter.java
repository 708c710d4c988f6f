package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.tenancy.OrganizationFolder;
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
import io.claribi.warehouse.statistics.Profile;
import io.claribi.warehouse.statistics.Profiler;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads files in a session of their own, one file an organization at a time. */
@Component
public final class FileImporter implements FileImport {
    /** Of a whole file: its statistics are kept and told as one. */
    private static final int FREQUENT_VALUES = 20_000;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long BYTES_A_SECOND = 50_000;

    private final WarehouseSettings settings;
    private final FairSlots slots;
    private final ImportMeters meters;

    public FileImporter(WarehouseSettings settings, MeterRegistry registry) {
        this.settings = settings;
        this.slots = new FairSlots(settings.imports(), 1);
        this.meters = new ImportMeters(registry);
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
                        patience(head.fileSize()))) {
            List<StagedTable> tables =
                    meters.reading().of(() -> load(upload, tableName(fileName), head, format, options, run));
            List<Profile> profiles = meters.profiling().of(() -> profile(tables, run));
            long bytes = meters.placing().of(() -> run.keep(tables));
            return new ImportedFile(format, bytes, imported(tables, profiles));
        } catch (DuckException e) {
            throw new AppException(
                            WarehouseError.FILE_UNREADABLE,
                            "The file is damaged or not a proper .%s file.".formatted(format.wireName()))
                    .causedBy(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the file's size, so that a small one made to keep us busy does not keep a place for as long as a large one may. */
    private Duration patience(long bytes) {
        Duration fair = PATIENCE.plusSeconds(bytes / BYTES_A_SECOND);
        return fair.compareTo(settings.importTimeout()) < 0 ? fair : settings.importTimeout();
    }

    private static List<StagedTable> load(
            Path file, String name, FileHead head, FileFormat format, FileOptions options, ImportRun run)
            throws IOException {
        return switch (format) {
            case CSV, TSV -> List.of(new DelimitedFile(file, name, head, format, options, run).load());
            case JSON, JSONL -> new JsonFile(file, name, head, format, run).load();
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

    private static List<Profile> profile(List<StagedTable> tables, ImportRun run) {
        int columns = tables.stream().mapToInt(table -> table.columns().size()).sum();
        int mostFrequent = Math.clamp(FREQUENT_VALUES / columns, 5, 50);
        var profiles = new ArrayList<Profile>();
        for (int i = 0; i < tables.size(); i++) {
            StagedTable table = tables.get(i);
            run.step(0.7, 1, i, tables.size());
            profiles.add(run.call(
                    duck -> new Profiler(duck, mostFrequent).profile(table.file(), table.rows(), table.columns())));
        }
        return profiles;
    }

    private static List<ImportedTable> imported(List<StagedTable> tables, List<Profile> profiles) {
        var imported = new ArrayList<ImportedTable>();
        for (int i = 0; i < tables.size(); i++) {
            StagedTable table = tables.get(i);
            imported.add(new ImportedTable(
                    new StoredTable(
                            table.version(),
                            table.name(),
                            table.rows(),
                            table.columns(),
                            profiles.get(i).longestRow()),
                    profiles.get(i).columns(),
                    table.rejects().count(),
                    table.rejects().first()));
        }
        return imported;
    }
}
