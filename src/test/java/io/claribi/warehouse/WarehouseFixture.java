package io.claribi.warehouse;

import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.DataDirectory;
import io.claribi.tenancy.OrganizationFolder;
import io.claribi.tenancy.OrganizationFolder.Kind;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.warehouse.duckdb.DuckWarehouse;
import io.claribi.warehouse.files.FileImporter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A warehouse in a folder, an organization, and short words for putting files in and asking for rows. */
public final class WarehouseFixture implements AutoCloseable {
    public static final WarehouseSettings SETTINGS = new WarehouseSettings(
            4,
            3,
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            DataSize.ofMegabytes(128),
            2,
            DataSize.ofMegabytes(256),
            2,
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            DataSize.ofMegabytes(512));

    public final DataDirectory data;
    public final OrganizationFolder folder;
    public final DuckWarehouse warehouse;
    public final FileImport files;

    public WarehouseFixture(Path directory) {
        this(directory, SETTINGS);
    }

    public WarehouseFixture(Path directory, WarehouseSettings settings) {
        this.data = new DataDirectory(directory);
        this.folder = OrganizationFolder.of(data, OrganizationId.next());
        this.warehouse = new DuckWarehouse(data, settings, Clock.systemUTC());
        this.files = new FileImporter(settings, new SimpleMeterRegistry());
    }

    public Path upload(String name, byte[] content) {
        try {
            return Files.write(folder.folder(Kind.UPLOADS).resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ImportedFile load(String name, String content) {
        return load(name, content.getBytes(StandardCharsets.UTF_8), FileOptions.NONE);
    }

    public ImportedFile load(String name, byte[] content, FileOptions options) {
        return load(upload(name, content), options);
    }

    public ImportedFile load(Path upload, FileOptions options) {
        return files.importFile(
                folder, upload, upload.getFileName().toString(), options, ImportLimits.STANDARD, ImportObserver.NONE);
    }

    public List<List<@Nullable Object>> rows(ImportedFile file) {
        return rows(file.tables().getFirst().table());
    }

    public List<List<@Nullable Object>> rows(StoredTable table) {
        return query("SELECT * FROM " + Warehouse.relation(table), List.of(), table);
    }

    public List<List<@Nullable Object>> query(String sql, List<Object> values, StoredTable... tables) {
        return OrganizationScope.call(
                folder.organization(),
                () -> warehouse.query(sql, values, List.of(tables), Duration.ofSeconds(30), new AllRows()));
    }

    /** Every file in the organization's folder but the uploads. */
    public List<String> filesLeft() {
        try (Stream<Path> all = Files.walk(folder.path())) {
            return new ArrayList<>(new TreeSet<>(all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.folder(Kind.UPLOADS)))
                    .map(file -> folder.path().relativize(file).toString())
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String types(ImportedFile file) {
        return String.join(
                " ",
                file.tables().getFirst().table().columns().stream()
                        .map(column -> column.name() + ":" + column.type().wireName())
                        .toList());
    }

    @Override
    public void close() {
        warehouse.close();
    }

    /** Keeps every row. */
    public static final class AllRows implements RowReader<List<List<@Nullable Object>>> {
        private final List<List<@Nullable Object>> rows = new ArrayList<>();

        @Override
        public void columns(List<Column> columns) {}

        @Override
        public boolean row(@Nullable Object[] values) {
            rows.add(Arrays.asList(values.clone()));
            return true;
        }

        @Override
        public List<List<@Nullable Object>> finish() {
            return rows;
        }
    }
}
