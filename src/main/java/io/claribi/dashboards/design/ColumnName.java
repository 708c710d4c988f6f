package io.claribi.dashboards.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column's name as people read it: {@code Weight_in_lbs} is the weight, in lbs.
 *
 * @param words in lower case, without the unit
 * @param label as it stands inside a sentence: {@code maximum temperature}
 */
record ColumnName(
        List<String> words, String label, @Nullable String unit) {
    private static final Pattern IN_BRACKETS = Pattern.compile("^(.*\\S)\\s*[(\\[]([^()\\[\\]]{1,12})[)\\]]\\s*$");
    private static final Pattern IN_UNIT = Pattern.compile("^(.*\\S)[\\s_]+in[\\s_]+(\\p{L}{1,12}|%)$");
    private static final Pattern WORD_BREAK = Pattern.compile(
            "[\\s_\\-./:,;|]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?=[$€£¥%])|(?<=[$€£¥%])");

    static ColumnName of(String name) {
        String rest = name.strip();
        String unit = null;
        Matcher bracketed = IN_BRACKETS.matcher(rest);
        Matcher said = IN_UNIT.matcher(rest);
        if (bracketed.matches()) {
            rest = bracketed.group(1);
            unit = bracketed.group(2).strip();
        } else if (said.matches()) {
            rest = said.group(1);
            unit = said.group(2);
        }
        List<String> written = Stream.of(WORD_BREAK.split(rest))
                .filter(word -> !word.isBlank())
                .toList();
        List<String> words =
                written.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        if (unit == null && words.size() > 1 && isUnit(words)) {
            unit = words.getLast();
            written = written.subList(0, written.size() - 1);
            words = words.subList(0, words.size() - 1);
        }
        String label = label(written, rest.equals(rest.toUpperCase(Locale.ROOT)));
        return new ColumnName(List.copyOf(words), label.isEmpty() ? name.strip() : label, unit);
    }

    boolean has(Set<String> any) {
        return words.stream().anyMatch(any::contains);
    }

    String first() {
        return words.isEmpty() ? "" : words.getFirst();
    }

    String last() {
        return words.isEmpty() ? "" : words.getLast();
    }

    /** The code (ISO 4217) of the currency that the name tells. */
    Optional<String> currency() {
        Stream<String> said = unit == null ? words.stream() : Stream.concat(Stream.of(unit), words.stream());
        return said.flatMap(word -> Spelling.currency(word).stream()).findFirst();
    }

    /** Whether the last word says what the numbers are of. */
    private static boolean isUnit(List<String> words) {
        String last = words.getLast();
        boolean minutes = last.equals("min") && words.stream().anyMatch(Vocabulary.DURATION::contains);
        return minutes
                || Vocabulary.UNIT.contains(last)
                || Spelling.currency(last).isPresent();
    }

    private static String label(List<String> written, boolean shouted) {
        var spelled = new ArrayList<String>();
        for (String word : written) {
            if (Spelling.currency(word).isEmpty()) {
                spelled.add(Spelling.of(word, shouted));
            }
        }
        if (spelled.size() > 1 && Spelling.isSaidFirst(spelled.getLast())) {
            spelled.addFirst(spelled.removeLast());
        }
        if (spelled.size() > 1) {
            spelled.replaceAll(Spelling::ofExtreme);
        }
        return String.join(" ", spelled);
    }
}
