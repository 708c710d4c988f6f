package io.claribi.warehouse.files;

import io.claribi.kernel.AppException;
import io.claribi.warehouse.Column;
import io.claribi.warehouse.RejectedCell;
import io.claribi.warehouse.TableVersionId;
import io.claribi.warehouse.WarehouseError;
import io.claribi.warehouse.duckdb.Duck;
import io.claribi.warehouse.duckdb.DuckException;
import io.claribi.warehouse.duckdb.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A Parquet file: written anew, so that only types and encodings that we know are in the warehouse. */
final class ParquetFile {
    private final Path file;
    private final String name;
    private final ImportRun run;

    ParquetFile(Path file, String name, ImportRun run) {
        this.file = file;
        this.name = name;
        this.run = run;
    }

    StagedTable load() throws IOException {
        run.stage(0, 0.7);
        long bytes = Files.size(file);
        try {
            return run.call(duck -> {
                long rows = rows(duck);
                List<ParquetColumn> columns = columns(duck);
                TooManyColumns.check(columns.size(), run.limits());
                checkTexts(duck, columns);
                return write(duck, columns, bytes / rows);
            });
        } catch (DuckException e) {
            throw new AppException(
                            WarehouseError.FILE_UNREADABLE, "The Parquet file is damaged, incomplete or encrypted.")
                    .causedBy(e);
        }
    }

    private long rows(Duck duck) throws SQLException {
        long rows = duck.list(
                        "SELECT sum(num_rows) FROM parquet_file_metadata(%s)".formatted(Sql.literal(file)),
                        row -> row.getLong(1))
                .getFirst();
        if (rows == 0) {
            throw EmptyFile.refusal();
        }
        if (rows > run.limits().rows()) {
            throw new AppException(
                    WarehouseError.FILE_TOO_MANY_ROWS,
                    "The file has more than %d rows, which is the most a table can have."
                            .formatted(run.limits().rows()));
        }
        return rows;
    }

    private List<ParquetColumn> columns(Duck duck) throws SQLException {
        List<String[]> described = duck.list(
                "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM %s)".formatted(relation()),
                row -> new String[] {row.getString(1), row.getString(2)});
        List<String> names =
                ColumnNames.of(described.stream().map(column -> column[0]).toList());
        var columns = new ArrayList<ParquetColumn>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(ParquetColumn.of(described.get(i)[0], described.get(i)[1], names.get(i)));
        }
        return columns;
    }

    /**
     * A few bytes can stand for any number of long texts here. Lengths are cheap to know: they are looked at once for each
     * entry of a dictionary.
     */
    private void checkTexts(Duck duck, List<ParquetColumn> columns) throws SQLException {
        long all = 0;
        for (ParquetColumn column : columns) {
            if (!column.length().isEmpty()) {
                long[] lengths = duck.list(
                                "SELECT coalesce(max(n), 0), coalesce(sum(n), 0) FROM (SELECT %s AS n FROM %s)"
                                        .formatted(column.length(), relation()),
                                row -> new long[] {row.getLong(1), row.getLong(2)})
                        .getFirst();
                if (lengths[0] > run.limits().cellBytes()) {
                    throw tooLarge(duck, column);
                }
                all += lengths[1];
            }
        }
        if (all > run.limits().expandedBytes()) {
            throw new AppException(
                    WarehouseError.FILE_EXPANDS_TOO_FAR,
                    "The texts of the file expand to more than %d GB. Split it, or leave out repeated long texts."
                            .formatted(run.limits().expandedBytes() >> 30));
        }
    }

    private AppException tooLarge(Duck duck, ParquetColumn column) throws SQLException {
        long row = duck.list(
                        """
                        SELECT file_row_number + 1
                        FROM read_parquet(%s, file_row_number = true)
                        WHERE %s > %d
                        LIMIT 1""".formatted(
                                Sql.literal(file), column.length(), run.limits().cellBytes()),
                        found -> found.getLong(1))
                .getFirst();
        return new AppException(
                WarehouseError.FILE_CELL_TOO_LARGE,
                "The value in row %d of the column %s is longer than %d kB."
                        .formatted(row, column.name(), run.limits().cellBytes() / 1024));
    }

    private String relation() {
        return "read_parquet(%s)".formatted(Sql.literal(file));
    }

    private StagedTable write(Duck duck, List<ParquetColumn> columns, long rowLength) throws SQLException {
        var version = TableVersionId.next();
        Path target = run.stagingFile(version);
        String select = columns.stream()
                .map(column -> column.value() + " AS " + Sql.identifier(column.name()))
                .collect(Collectors.joining(",\n", "SELECT ", " FROM " + relation()));
        long rows = run.write(duck, target, select, ParquetForm.options(columns.size(), rowLength));
        return new StagedTable(
                version,
                target,
                name,
                rows,
                columns.stream()
                        .map(column -> new Column(column.name(), column.type()))
                        .toList(),
                rejects(duck, columns));
    }

    /** Only floating-point numbers and bytes can hold what has no place in a table. */
    private Rejects rejects(Duck duck, List<ParquetColumn> columns) throws SQLException {
        var rejects = new Rejects();
        for (ParquetColumn column : columns) {
            if (column.mayReject()) {
                String lost = "%s IS NOT NULL AND (%s) IS NULL".formatted(column.source(), column.value());
                long count = duck.list(
                                "SELECT count(*) FROM %s WHERE %s".formatted(relation(), lost), row -> row.getLong(1))
                        .getFirst();
                if (count > 0) {
                    rejects.addAll(count, firstLost(duck, column, lost));
                }
            }
        }
        return rejects;
    }

    private List<RejectedCell> firstLost(Duck duck, ParquetColumn column, String lost) throws SQLException {
        return duck.list(
                """
                SELECT file_row_number + 1, left(CAST(%s AS VARCHAR), %d)
                FROM read_parquet(%s, file_row_number = true)
                WHERE %s
                ORDER BY 1
                LIMIT %d""".formatted(column.source(), Rejects.TEXT + 1, Sql.literal(file), lost, Rejects.KEPT),
                row -> new RejectedCell(row.getLong(1), column.name(), Rejects.cut(row.getString(2)), column.reason()));
    }
}
