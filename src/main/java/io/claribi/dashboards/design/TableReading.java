package io.claribi.dashboards.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an analyst sees in a table.
 *
 * @param columns all of them, in the order of the file
 * @param time the axis of days or times
 * @param year the axis of years as numbers, where there is no other
 * @param measures the most telling first
 * @param categories the most telling first
 */
record TableReading(
        ProfiledTable table,
        List<ReadColumn> columns,
        Optional<TimeAxis> time,
        Optional<ReadColumn> year,
        List<ReadColumn> measures,
        List<ReadColumn> categories) {

    static TableReading of(ProfiledTable table) {
        List<ReadColumn> columns = ColumnReader.read(table.columns());
        Optional<TimeAxis> time = columns.stream()
                .filter(column -> column.is(ColumnRole.TIME))
                .sorted(descending(columns, Telling::asTime))
                .flatMap(column -> TimeAxis.along(column).stream())
                .findFirst();
        Optional<ReadColumn> year = columns.stream()
                .filter(column -> time.isEmpty() && column.is(ColumnRole.YEAR))
                .max(Comparator.comparingDouble(ReadColumn::coverage));
        return new TableReading(
                table,
                columns,
                time,
                year,
                columns.stream()
                        .filter(column -> column.is(ColumnRole.MEASURE))
                        .sorted(descending(columns, Telling::asMeasure))
                        .toList(),
                withoutTwins(columns.stream()
                        .filter(column -> column.is(ColumnRole.CATEGORY) && Telling.isCategory(column))
                        .filter(column -> time.isEmpty() || !isPeriod(column))
                        .sorted(descending(columns, Telling::asCategory))
                        .toList()));
    }

    Optional<ReadColumn> main() {
        return measures.stream().findFirst();
    }

    /** How much there is to tell. */
    double weight() {
        return (time.isPresent() ? 3 : 0)
                + Math.min(3, measures.size())
                + measures.stream().findFirst().map(Telling::asMeasure).orElse(0.0) / 2
                + Math.min(3, categories.size())
                + Math.log10(1 + table.rows()) / 2;
    }

    /** The most telling first; of equal ones the one that stands first. */
    private static Comparator<ReadColumn> descending(List<ReadColumn> columns, Telling.Score score) {
        return Comparator.<ReadColumn>comparingDouble(column -> -score.of(column))
                .thenComparingInt(columns::indexOf);
    }

    /** A month or hour as a number says again what the axis says. */
    private static boolean isPeriod(ReadColumn column) {
        return column.statistics().type().isNumeric() && column.name().has(Vocabulary.PERIOD);
    }

    /** Two names of one thing, a country and its code say, part the rows alike. */
    private static List<ReadColumn> withoutTwins(List<ReadColumn> categories) {
        var distinct = new ArrayList<ReadColumn>();
        for (ReadColumn category : categories) {
            if (distinct.stream().noneMatch(other -> counts(other).equals(counts(category)))) {
                distinct.add(category);
            }
        }
        return distinct;
    }

    private static List<Long> counts(ReadColumn category) {
        return category.statistics().top().stream().map(top -> top.count()).toList();
    }
}
