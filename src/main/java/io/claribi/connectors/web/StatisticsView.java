package io.claribi.connectors.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.claribi.warehouse.ColumnStatistics;
import io.claribi.warehouse.ColumnStatistics.Bucket;
import io.claribi.warehouse.ColumnStatistics.ValueCount;
import io.claribi.warehouse.ColumnType;
import io.claribi.warehouse.ImportedFile.ImportedTable;
import io.claribi.warehouse.RejectedCell;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

record StatisticsView(List<TableStatistics> tables) {

    static StatisticsView of(List<ImportedTable> tables) {
        return new StatisticsView(tables.stream().map(TableStatistics::of).toList());
    }

    record TableStatistics(
            String name, long rows, List<ColumnView> columns, long rejectedCells, List<RejectedCell> rejects) {
        static TableStatistics of(ImportedTable table) {
            return new TableStatistics(
                    table.table().name(),
                    table.table().rows(),
                    table.statistics().stream().map(ColumnView::of).toList(),
                    table.rejectedCells(),
                    table.rejects());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ColumnView(
            String name,
            ColumnType type,
            long count,
            long nulls,
            long distinct,
            @Nullable String min,
            @Nullable String max,
            @Nullable Double mean,
            @Nullable Double deviation,
            @Nullable Span span,
            List<ValueCount> top,
            List<Bucket> histogram) {
        static ColumnView of(ColumnStatistics column) {
            return new ColumnView(
                    column.name(),
                    column.type(),
                    column.count(),
                    column.nulls(),
                    column.distinct(),
                    column.min(),
                    column.max(),
                    column.mean(),
                    column.deviation(),
                    span(column),
                    column.top(),
                    column.histogram());
        }

        private static @Nullable Span span(ColumnStatistics column) {
            String min = column.min();
            String max = column.max();
            if (!column.type().isTemporal() || min == null || max == null) {
                return null;
            }
            return new Span(min, max, ChronoUnit.DAYS.between(day(min), day(max)));
        }

        private static LocalDate day(String wire) {
            return LocalDate.parse(wire.substring(0, 10));
        }
    }

    /** From the first to the last moment, in whole days. */
    record Span(String from, String to, long days) {}
}
