package io.claribi.dashboards.design;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Puts words together as people would. */
final class Words {
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_SLUG = 40;

    private Words() {}

    static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }

    static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST_LABEL) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }

    /** {@code Total revenue}; but what is a total already, or begins with one of the others, stays as it is. */
    static String prefixed(String prefix, String label, String... others) {
        boolean said = label.contains(prefix) || Arrays.stream(others).anyMatch(label::startsWith);
        return capitalized(said ? label : prefix + " " + label);
    }

    /** {@code customer} of {@code customer_id}; empty if there is nothing else. */
    static String withoutIdentifier(ColumnName name) {
        List<String> things = name.words().stream()
                .filter(word -> !Vocabulary.IDENTIFIER.contains(word) && !Vocabulary.NUMBERING.contains(word))
                .toList();
        return String.join(" ", things);
    }

    static String plural(String noun) {
        if (noun.isEmpty() || !Character.isLetter(noun.charAt(noun.length() - 1)) || noun.endsWith("s")) {
            return noun;
        }
        if (noun.endsWith("y") && noun.length() > 1 && "aeiou".indexOf(noun.charAt(noun.length() - 2)) < 0) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun.endsWith("ch") || noun.endsWith("sh") || noun.endsWith("x") ? noun + "es" : noun + "s";
    }

    /** A round figure: 2500 or 1.5M. */
    static String figure(BigDecimal number) {
        double size = number.abs().doubleValue();
        if (size >= 1e9) {
            return plain(number.movePointLeft(9)) + "B";
        }
        if (size >= 1e6) {
            return plain(number.movePointLeft(6)) + "M";
        }
        return size >= 1e4 ? plain(number.movePointLeft(3)) + "k" : plain(number);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** A name for addresses; empty if nothing of it can stand in one. */
    static String slug(String text) {
        String ascii = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return ascii.substring(0, Math.min(LONGEST_SLUG, ascii.length())).replaceAll("-$", "");
    }
}
