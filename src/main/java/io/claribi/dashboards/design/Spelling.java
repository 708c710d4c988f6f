package io.claribi.dashboards.design;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How words in the names of columns are written in titles. */
final class Spelling {
    private static final int LONGEST_ACRONYM = 5;
    private static final Set<String> ACRONYMS = Set.of(
            "us", "usa", "uk", "eu", "uv", "gdp", "gpa", "bmi", "co2", "imdb", "vat", "nps", "roi", "ctr", "cpc", "cpm",
            "mrr", "arr", "hr", "kpi", "url", "id", "mpg", "api", "ceo", "nox", "so2", "pm10", "pm25");

    private Spelling() {}

    /**
     * In lower case and in full; acronyms in capitals, among them short words of capitals in a name that is not all
     * capitals.
     */
    static String of(String word, boolean shouted) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean capitals = word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(lower);
        if (ACRONYMS.contains(lower) || capitals && !shouted && word.length() > 1 && word.length() <= LONGEST_ACRONYM) {
            return word.toUpperCase(Locale.ROOT);
        }
        return inFull(lower);
    }

    /** Words that stand last in the name of a column and first in speech. */
    static boolean isSaidFirst(String word) {
        return switch (word) {
            case "max", "min", "maximum", "minimum", "total", "average", "mean", "median" -> true;
            default -> false;
        };
    }

    static String ofExtreme(String word) {
        return switch (word) {
            case "max" -> "maximum";
            case "min" -> "minimum";
            default -> word;
        };
    }

    /** The code (ISO 4217) of a currency. */
    static Optional<String> currency(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "$", "usd", "dollar", "dollars" -> Optional.of("USD");
            case "€", "eur", "euro", "euros" -> Optional.of("EUR");
            case "£", "gbp" -> Optional.of("GBP");
            case "¥", "jpy" -> Optional.of("JPY");
            case "chf" -> Optional.of("CHF");
            default -> Optional.empty();
        };
    }

    private static String inFull(String word) {
        return switch (word) {
            case "temp" -> "temperature";
            case "qty" -> "quantity";
            case "avg" -> "average";
            case "amt" -> "amount";
            case "pct", "perc" -> "percent";
            case "num" -> "number";
            case "dept" -> "department";
            case "yr" -> "year";
            case "pop" -> "population";
            case "cnt" -> "count";
            default -> word;
        };
    }
}
