package io.claribi.warehouse.files;

import io.claribi.warehouse.duckdb.Duck;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds out how each column of a table of text is best read. */
final class TypePlanner {
    private static final String SAMPLE = "sample";
    private static final String GLANCE = "(SELECT * FROM sample LIMIT 1000)";

    private final Duck duck;
    private final TextTable table;
    private final List<Reading> uncommon;
    private final List<Reading> candidates;

    TypePlanner(Duck duck, TextTable table) {
        this.duck = duck;
        this.table = table;
        this.uncommon = table.continental() ? Reading.CONTINENTAL : Reading.AMERICAN;
        this.candidates =
                Stream.concat(Reading.COMMON.stream(), uncommon.stream()).toList();
    }

    List<PlannedColumn> bySample() throws SQLException {
        return plan(sampled());
    }

    List<PlannedColumn> byAllRows() throws SQLException {
        return plan(plausiblyCounted(table.relation(), sampled()));
    }

    /**
     * Counts over the sample. A glance at its first rows tells which readings are worth a count over all of it: most columns
     * are plainly numbers or plainly words, and the rarer readings cost far more than the common ones.
     */
    private List<ColumnCounts> sampled() throws SQLException {
        duck.execute("CREATE OR REPLACE TEMP TABLE %s AS SELECT * FROM %s LIMIT %d"
                .formatted(SAMPLE, table.relation(), table.sampleRows()));
        try {
            List<Integer> all = IntStream.range(0, table.width()).boxed().toList();
            Map<Integer, ColumnCounts> glance = count(GLANCE, all, Reading.COMMON);
            List<Integer> unclear = all.stream()
                    .filter(i -> isUnclear(glance.getOrDefault(i, ColumnCounts.NONE)))
                    .toList();
            count(GLANCE, unclear, uncommon).forEach((i, counts) -> glance.merge(i, counts, ColumnCounts::and));
            return plausiblyCounted(
                    SAMPLE,
                    all.stream()
                            .map(i -> glance.getOrDefault(i, ColumnCounts.NONE))
                            .toList());
        } finally {
            duck.execute("DROP TABLE IF EXISTS " + SAMPLE);
        }
    }

    private static boolean isUnclear(ColumnCounts counts) {
        return counts.telling() == 0 || Reading.COMMON.stream().noneMatch(reading -> counts.against(reading) == 0);
    }

    /** Counts again over more rows, for each column only what the counts so far leave plausible. */
    private List<ColumnCounts> plausiblyCounted(String relation, List<ColumnCounts> soFar) throws SQLException {
        Map<List<Reading>, List<Integer>> byReadings = new LinkedHashMap<>();
        for (int i = 0; i < table.width(); i++) {
            byReadings
                    .computeIfAbsent(TypeChoice.plausible(soFar.get(i), candidates), readings -> new ArrayList<>())
                    .add(i);
        }
        var counts = new ArrayList<>(soFar);
        for (var group : byReadings.entrySet()) {
            count(relation, group.getValue(), group.getKey()).forEach(counts::set);
        }
        return counts;
    }

    /**
     * Counts of all columns at once. They are laid under one another first: to plan as many aggregates as there are columns
     * times readings takes DuckDB minutes and all of its memory, for a single row.
     */
    private Map<Integer, ColumnCounts> count(String relation, List<Integer> columns, List<Reading> readings)
            throws SQLException {
        var counts = new HashMap<Integer, ColumnCounts>();
        if (!columns.isEmpty()) {
            duck.list(
                    sql(relation, columns, readings),
                    row -> counts.put(row.getInt(1), ColumnCounts.read(row, 2, readings)));
        }
        return counts;
    }

    private static String sql(String relation, List<Integer> columns, List<Reading> readings) {
        String texts = columns.stream().map(TextTable::column).collect(Collectors.joining(", "));
        return """
                SELECT i, %s
                FROM (SELECT i, c, %s AS t FROM (SELECT unnest(%s) AS i, unnest([%s]) AS c FROM %s))
                GROUP BY i""".formatted(
                        ColumnCounts.aggregates("c", "t", readings), ColumnCounts.tidy("c"), columns, texts, relation);
    }

    private List<PlannedColumn> plan(List<ColumnCounts> counts) {
        List<String> names = ColumnNames.of(table.header());
        var plan = new ArrayList<PlannedColumn>();
        for (int i = 0; i < table.width(); i++) {
            ColumnCounts count = counts.get(i);
            if (count.isEmpty() && count.untidy() == 0 && table.header().get(i).isBlank()) {
                continue;
            }
            Reading reading = TypeChoice.choose(count, candidates);
            plan.add(new PlannedColumn(i, names.get(i), reading, count.untidy() > 0, count.unreadableAs(reading)));
        }
        return plan;
    }
}
