package io.claribi.logging;

import org.jspecify.annotations.Nullable;

/**
 * Text of strangers in a log (CWE-117): what would end the line, move the cursor or turn the direction of a terminal is
 * written out, so that nobody can make up a line that reads as ours.
 */
final class Escapes {
    private Escapes() {}

    static String escaped(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escaped == null && isUnsafe(c)) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (escaped != null) {
                append(escaped, c);
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    private static void append(StringBuilder escaped, char c) {
        switch (c) {
            case '\n' -> escaped.append("\\n");
            case '\r' -> escaped.append("\\r");
            case '\t' -> escaped.append("\\t");
            default -> {
                if (isUnsafe(c)) {
                    escaped.append("\\u%04x".formatted((int) c));
                } else {
                    escaped.append(c);
                }
            }
        }
    }

    private static boolean isUnsafe(char c) {
        return Character.isISOControl(c)
                || c == '\u2028'
                || c == '\u2029'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }
}
