package io.claribi.query;

import io.claribi.kernel.AppException;
import io.claribi.query.QueryChecker.RowLimit;
import io.claribi.tenancy.OrganizationScope;
import io.claribi.tenancy.OrganizationSlots;
import io.claribi.warehouse.StoredTable;
import io.claribi.warehouse.Warehouse;
import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Component;

/** Streams the rows of queries into files, however many there are. */
@Component
public class QueryExports {
    /** A sheet's 1,048,576 rows without the header. */
    static final int MAX_SHEET_ROWS = 1_048_575;

    private final Warehouse warehouse;
    private final QuerySettings settings;
    private final OrganizationSlots slots;
    private final QueryCompiler compiler = new QueryCompiler(DuckDbDialect.INSTANCE);

    QueryExports(Warehouse warehouse, QuerySettings settings) {
        this.warehouse = warehouse;
        this.settings = settings;
        this.slots = new OrganizationSlots(
                settings.exportConcurrency(),
                settings.maxWait(),
                () -> new AppException(
                        QueryError.TOO_MANY_QUERIES,
                        "Too many exports of your organization are running. Try again when one has finished."));
    }

    /**
     * Checks all that can be known before the first byte. Without a limit the query asks for all rows.
     *
     * @throws AppException INVALID_QUERY with all that is wrong; EXPORT_TOO_LARGE if there are more rows than the format
     *     takes
     */
    public Export prepare(QueryTarget target, Query query, ExportFormat format) {
        StoredTable table = target.table();
        int most = most(format);
        QueryPlan plan = QueryChecker.plan(table, query, new RowLimit(null, most));
        if (mayExceed(plan, table, most)) {
            long rows = count(table, plan);
            if (rows > most) {
                throw new AppException(
                        QueryError.EXPORT_TOO_LARGE,
                        "That is %,d rows; %s takes at most %,d. %s".formatted(rows, format, most, advice(format)));
            }
        }
        return new Export(OrganizationScope.current(), format, out -> write(table, plan, format, out));
    }

    private int most(ExportFormat format) {
        return switch (format) {
            case CSV -> settings.exportRows();
            case XLSX -> Math.min(MAX_SHEET_ROWS, settings.exportRows());
        };
    }

    /** No query has more rows than its table, so that most need not be counted. */
    private static boolean mayExceed(QueryPlan plan, StoredTable table, int most) {
        return table.rows() > most && plan.limit() == null;
    }

    private long count(StoredTable table, QueryPlan plan) {
        CompiledQuery compiled = compiler.compileCount(table, plan);
        var rows = warehouse.query(
                compiled.sql(),
                compiled.values(),
                List.of(table),
                settings.timeout(),
                new RowCollector(1, 1_000, bytes -> {}));
        return rows.rows().getFirst().getFirst() instanceof Long count ? count : Long.MAX_VALUE;
    }

    private static String advice(ExportFormat format) {
        return switch (format) {
            case CSV -> "Filter the rows or group them.";
            case XLSX -> "Filter the rows or group them, or take CSV.";
        };
    }

    private long write(StoredTable table, QueryPlan plan, ExportFormat format, OutputStream out) {
        CompiledQuery compiled = compiler.compileExactly(table, plan);
        var writer = switch (format) {
            case CSV -> new CsvWriter(out, compiled.columns());
            case XLSX -> new XlsxWriter(out, table.name(), compiled.columns());
        };
        return slots.call(
                OrganizationScope.current(),
                () -> warehouse.query(
                        compiled.sql(),
                        compiled.values(),
                        List.of(table),
                        settings.exportTimeout(),
                        CleanDecimals.of(plan, writer)));
    }
}
