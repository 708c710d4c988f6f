package io.claribi.warehouse.files;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Tells whether the first of some records names the columns. */
final class HeaderGuess {
    private static final Pattern VALUE = Pattern.compile("[-+]?[$€£]?\\d[\\d.,_ ]*%?([eE][-+]?\\d+)?"
            + "|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}([ T]\\d{1,2}:\\d{2}.*)?"
            + "|\\d{1,2}:\\d{2}(:\\d{2})?"
            + "|(?i:true|false|yes|no)");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");

    private HeaderGuess() {}

    static boolean isHeader(List<String> first, List<List<String>> others) {
        List<String> names = first.stream().map(String::strip).toList();
        if (names.stream().allMatch(String::isEmpty)) {
            return false;
        }
        if (names.stream().noneMatch(HeaderGuess::isValue)) {
            return hasValues(others) || isDistinct(names) || others.isEmpty();
        }
        return isYearsAcross(names, others);
    }

    private static boolean isValue(String text) {
        return VALUE.matcher(text).matches();
    }

    private static boolean hasValues(List<List<String>> records) {
        return records.stream().flatMap(List::stream).map(String::strip).anyMatch(HeaderGuess::isValue);
    }

    private static boolean isDistinct(List<String> names) {
        return names.stream().noneMatch(String::isEmpty) && new HashSet<>(names).size() == names.size();
    }

    /** A table with a column a year ("country, 2019, 2020"): the only header that holds numbers. */
    private static boolean isYearsAcross(List<String> names, List<List<String>> others) {
        List<String> values = names.stream().filter(HeaderGuess::isValue).toList();
        boolean years = values.size() > 1
                && values.size() < names.size()
                && values.stream().allMatch(value -> YEAR.matcher(value).matches())
                && new HashSet<>(values).size() == values.size();
        return years
                && others.stream()
                        .noneMatch(record -> record.stream()
                                .skip(names.size() - values.size())
                                .allMatch(cell -> YEAR.matcher(cell.strip()).matches()));
    }
}
