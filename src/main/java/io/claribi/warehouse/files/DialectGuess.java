package io.claribi.warehouse.files;

import io.claribi.warehouse.FileFormat;
import io.claribi.warehouse.FileOptions;
import io.claribi.warehouse.ImportLimits;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds out the form of delimited text from its beginning. */
final class DialectGuess {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int RECORDS = 500;
    private static final int LONGEST_PREAMBLE = 20;

    private final ImportLimits limits;

    DialectGuess(ImportLimits limits) {
        this.limits = limits;
    }

    /**
     * @param text the beginning of the file
     * @param whole whether it is all of it
     */
    Dialect of(String text, boolean whole, FileFormat format, FileOptions options) throws IOException {
        var readings = new ArrayList<Reading>();
        for (char delimiter : candidates(format, options)) {
            readings.add(read(text, whole, delimiter));
        }
        Reading best = Collections.max(
                readings, Comparator.comparingDouble(Reading::score).thenComparingInt(r -> -readings.indexOf(r)));
        TooManyColumns.check(best.width, limits);
        return dialect(best, options);
    }

    private static List<Character> candidates(FileFormat format, FileOptions options) {
        if (options.delimiter() != null) {
            return List.of(options.delimiter());
        }
        return format == FileFormat.TSV ? List.of('\t') : DELIMITERS;
    }

    private Reading read(String text, boolean whole, char delimiter) throws IOException {
        var parser = new CsvParser(new StringReader(text), delimiter, unlimited());
        var records = new ArrayList<List<String>>();
        while (records.size() < RECORDS && parser.next()) {
            records.add(parser.isBlank() ? List.of() : List.copyOf(parser.fields()));
        }
        // The last record of a beginning may be a part of one.
        if (!whole && records.size() > 1 && records.size() < RECORDS) {
            records.removeLast();
        }
        return Reading.of(delimiter, records);
    }

    /** What is too large is told when the file is read, with its place. */
    private ImportLimits unlimited() {
        return new ImportLimits(
                Integer.MAX_VALUE / 4,
                limits.rows(),
                limits.tables(),
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                limits.expandedBytes(),
                limits.expansion(),
                limits.nesting());
    }

    private static Dialect dialect(Reading reading, FileOptions options) {
        int first = reading.firstOfTable();
        List<List<String>> records = reading.records.subList(first, reading.records.size()).stream()
                .filter(record -> !record.isEmpty())
                .toList();
        if (records.isEmpty()) {
            return new Dialect(reading.delimiter, 0, Boolean.TRUE.equals(options.header()), List.of(""));
        }
        var top = TableTop.of(records, 0, options.header());
        return new Dialect(reading.delimiter, first, top.header(), reading.widened(top.names()));
    }

    /**
     * The records as they are if the delimiter is right.
     *
     * @param width how many fields most of them have
     * @param steady which part of them has that many
     */
    private record Reading(char delimiter, List<List<String>> records, int width, double steady) {
        static Reading of(char delimiter, List<List<String>> records) {
            Map<Integer, Integer> widths = new TreeMap<>();
            records.stream().filter(record -> !record.isEmpty()).forEach(r -> widths.merge(r.size(), 1, Integer::sum));
            var most = widths.entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElse(Map.entry(1, 1));
            int filled = widths.values().stream().mapToInt(Integer::intValue).sum();
            return new Reading(delimiter, records, most.getKey(), (double) most.getValue() / Math.max(1, filled));
        }

        /** A delimiter that never occurs says nothing; else the steadier, and among equals the one with more fields. */
        double score() {
            return width == 1 ? 0 : Math.round(steady * 20) * 10_000.0 + Math.min(width, 9_999);
        }

        /** Lines above a table (a title, a date) are a single field. */
        int firstOfTable() {
            for (int i = 0; width > 1 && i < Math.min(LONGEST_PREAMBLE, records.size()); i++) {
                if (records.get(i).stream().filter(field -> !field.isBlank()).count() > 1) {
                    return i;
                }
            }
            return 0;
        }

        /** As many names as most records have fields, should the header be shorter. */
        List<String> widened(List<String> names) {
            var widened = new ArrayList<>(names);
            while (steady > 0.5 && widened.size() < width) {
                widened.add("");
            }
            return widened;
        }
    }
}
