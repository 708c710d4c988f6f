package io.claribi.warehouse.files;

import io.claribi.warehouse.RejectedCell;
import io.claribi.warehouse.TableVersionId;
import io.claribi.warehouse.duckdb.Duck;
import io.claribi.warehouse.duckdb.DuckException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Types a table of text and writes it as Parquet. The types are told by a sample; one strict pass over the file then
 * either succeeds, which is the common case, or shows that something does not fit: then every value is looked at, and
 * what can't be read is reported.
 */
final class TextTableLoader {
    private static final int REJECTED_COLUMNS_SHOWN = 20;

    private final ImportRun run;

    TextTableLoader(ImportRun run) {
        this.run = run;
    }

    /** The table, one way or the other, where the rows carry their numbers. */
    StagedTable load(TextTable table, Rejects rejects) {
        return tryStrictly(table, rejects).orElseGet(() -> loadCarefully(table, rejects));
    }

    /** The table, if every value fits the types that the sample tells; nothing if it must be looked at with care. */
    Optional<StagedTable> tryStrictly(TextTable table, Rejects structural) {
        try {
            return run.call(duck -> {
                List<PlannedColumn> plan = new TypePlanner(duck, table).bySample();
                if (plan.stream().anyMatch(column -> column.rejected() > 0) || hasUnnamedGap(table, plan)) {
                    return Optional.empty();
                }
                return Optional.of(write(duck, table, plan, true, structural));
            });
        } catch (DuckException e) {
            return Optional.empty();
        }
    }

    /** A column without name and values may go, but only the whole file can tell that it has none. */
    private static boolean hasUnnamedGap(TextTable table, List<PlannedColumn> plan) {
        return plan.size() < table.width();
    }

    /** The table, with what does not fit reported. */
    StagedTable loadCarefully(TextTable table, Rejects rejects) {
        return run.call(duck -> {
            List<PlannedColumn> plan = new TypePlanner(duck, table).byAllRows();
            if (plan.isEmpty()) {
                throw EmptyFile.refusal();
            }
            List<PlannedColumn> rejecting =
                    plan.stream().filter(column -> column.rejected() > 0).toList();
            if (!rejecting.isEmpty()) {
                long count =
                        rejecting.stream().mapToLong(PlannedColumn::rejected).sum();
                rejects.addAll(count, firstRejects(duck, table, rejecting));
            }
            return write(duck, table, plan, false, rejects);
        });
    }

    private StagedTable write(Duck duck, TextTable table, List<PlannedColumn> plan, boolean strict, Rejects rejects)
            throws SQLException {
        var version = TableVersionId.next();
        Path file = run.stagingFile(version);
        String columns = plan.stream()
                .map(column -> (strict ? column.strict() : column.lenient()) + " AS " + column.identifier())
                .collect(Collectors.joining(",\n"));
        long rows = run.write(
                duck,
                file,
                "SELECT %s FROM %s".formatted(columns, source(table, plan)),
                ParquetForm.options(plan.size(), table.rowLength()));
        return new StagedTable(
                version,
                file,
                table.name(),
                rows,
                plan.stream().map(PlannedColumn::column).toList(),
                rejects);
    }

    private static String source(TextTable table, List<PlannedColumn> plan) {
        if (plan.stream().noneMatch(PlannedColumn::tidy)) {
            return table.relation();
        }
        String columns = plan.stream().map(PlannedColumn::source).collect(Collectors.joining(", "));
        return "(SELECT %s%s FROM %s)".formatted(table.hasRowNumbers() ? "r, " : "", columns, table.relation());
    }

    private static List<RejectedCell> firstRejects(Duck duck, TextTable table, List<PlannedColumn> rejecting)
            throws SQLException {
        var rejects = new ArrayList<RejectedCell>();
        for (PlannedColumn column : rejecting.subList(0, Math.min(rejecting.size(), REJECTED_COLUMNS_SHOWN))) {
            rejects.addAll(duck.list(
                    """
                    SELECT r, left(%s, %d) AS cell
                    FROM %s
                    WHERE %s
                    ORDER BY r
                    LIMIT %d""".formatted(
                                    TextTable.column(column.index()),
                                    Rejects.TEXT + 1,
                                    source(table, List.of(column)),
                                    column.isRejected(),
                                    Rejects.KEPT),
                    row -> new RejectedCell(
                            row.getLong(1), column.name(), Rejects.cut(row.getString(2)), reason(column))));
        }
        return rejects;
    }

    private static String reason(PlannedColumn column) {
        return switch (column.reading().type()) {
            case INTEGER -> "not a whole number";
            case DECIMAL -> "not a number";
            case BOOLEAN -> "neither true nor false";
            case DATE -> "not a date of the column's form";
            case TIMESTAMP -> "not a date and time of the column's form";
            case TIME -> "not a time of day";
            case TEXT -> "not text";
        };
    }
}
