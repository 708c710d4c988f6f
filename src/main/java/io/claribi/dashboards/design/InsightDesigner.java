package io.claribi.dashboards.design;

import io.claribi.dashboards.DashboardContent;
import io.claribi.dashboards.DashboardFilter;
import io.claribi.dashboards.FilterKind;
import io.claribi.dashboards.design.Board.Draft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Designs what an analyst would draw of a new source in ten minutes: the main figures, the main number over time, by the
 * most telling categories and as a distribution, and the latest rows. The same source always gets the same dashboard.
 */
@Component
public class InsightDesigner {
    private static final String SUFFIX = " - Data Insights";
    private static final int LONGEST_NAME = 200;
    private static final int METRIC_HEIGHT = 2;
    private static final int CHART_HEIGHT = 4;
    private static final int TABLE_HEIGHT = 5;
    private static final int MOST_OTHER_TABLES = 4;
    private static final int MOST_CATEGORY_FILTERS = 3;

    /** A dashboard of the source's tables; the most telling one leads. */
    public DashboardContent design(UUID dataSourceId, String sourceName, List<ProfiledTable> tables) {
        List<TableReading> readings = tables.stream()
                .map(TableReading::of)
                .sorted(Comparator.comparingDouble(TableReading::weight).reversed())
                .toList();
        var board = new Board();
        var filters = new ArrayList<DashboardFilter>();
        if (!readings.isEmpty()) {
            lead(new TableWidgets(dataSourceId, readings.getFirst()), board);
            filters.addAll(filters(readings.getFirst()));
        }
        readings.stream()
                .skip(1)
                .limit(MOST_OTHER_TABLES)
                .forEach(reading -> follow(new TableWidgets(dataSourceId, reading), reading, board));
        return new DashboardContent(name(sourceName), dataSourceId, board.widgets(), filters);
    }

    private static void lead(TableWidgets widgets, Board board) {
        board.addRow(METRIC_HEIGHT, widgets.metrics());
        var bars = new ArrayList<>(widgets.bars());
        var series = widgets.series();
        if (series.isPresent() && !bars.isEmpty()) {
            board.addRow(CHART_HEIGHT, List.of(series.get(), bars.removeFirst()), 8, 4);
        } else if (series.isPresent()) {
            board.addRow(CHART_HEIGHT, List.of(series.get()));
        }
        var rest = new ArrayList<Draft>(bars);
        widgets.histogram().ifPresent(rest::add);
        if (rest.size() < 2) {
            widgets.secondSeries().ifPresent(rest::addFirst);
        }
        if (rest.size() > 3) {
            board.addRow(CHART_HEIGHT, rest.subList(0, 2));
            board.addRow(CHART_HEIGHT, rest.subList(2, rest.size()));
        } else if (!rest.isEmpty()) {
            board.addRow(CHART_HEIGHT, rest);
        }
        board.addRow(TABLE_HEIGHT, List.of(widgets.table()));
    }

    /** A table that doesn't lead gets a row: its main figure and the chart that tells most. */
    private static void follow(TableWidgets widgets, TableReading reading, Board board) {
        Draft chart =
                widgets.series().or(() -> widgets.bars().stream().findFirst()).orElseGet(widgets::table);
        String name = Words.shortened(reading.table().name());
        board.addRow(CHART_HEIGHT, List.of(widgets.mainMetric().subtitled(name), chart.subtitled(name)), 3, 9);
    }

    private static List<DashboardFilter> filters(TableReading reading) {
        var filters = new ArrayList<DashboardFilter>();
        reading.time().ifPresent(axis -> filters.add(filter(reading, axis.column(), FilterKind.DATE_RANGE, filters)));
        reading.categories().stream()
                .limit(MOST_CATEGORY_FILTERS)
                .forEach(category -> filters.add(filter(reading, category, FilterKind.CATEGORY, filters)));
        return filters;
    }

    private static DashboardFilter filter(
            TableReading reading, ReadColumn column, FilterKind kind, List<DashboardFilter> before) {
        String slug = Words.slug(column.field());
        boolean free =
                !slug.isEmpty() && before.stream().noneMatch(other -> other.id().equals(slug));
        return new DashboardFilter(
                free ? slug : "filter-" + (before.size() + 1),
                kind,
                Words.capitalized(Words.shortened(column.name().label())),
                reading.table().name(),
                column.field());
    }

    private static String name(String sourceName) {
        int longest = LONGEST_NAME - SUFFIX.length();
        String name = sourceName.codePointCount(0, sourceName.length()) <= longest
                ? sourceName
                : sourceName.substring(0, sourceName.offsetByCodePoints(0, longest - 1)) + "…";
        return name + SUFFIX;
    }
}
