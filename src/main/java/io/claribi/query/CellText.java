package io.claribi.query;

/**
 * Texts that a spreadsheet would take for a formula, made harmless by an apostrophe before them (OWASP, CSV injection).
 * Only texts: a number is written as a number, whatever its sign.
 */
final class CellText {
    private static final char APOSTROPHE = '\'';

    private CellText() {}

    static String harmless(String text) {
        String inside = text.indexOf(';') >= 0 || text.indexOf('\t') > 0 ? harmlessInside(text) : text;
        return beginsFormula(inside) ? APOSTROPHE + inside : inside;
    }

    /** Spreadsheets skip what can't be seen before a formula, and read the full-width signs as the plain ones. */
    private static boolean beginsFormula(String text) {
        if (!text.isEmpty() && Character.isLetterOrDigit(text.charAt(0))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == '\r' || c == '\n' || isTrigger(c)) {
                return true;
            }
            if (!isUnseen(c)) {
                return false;
            }
        }
        return false;
    }

    /** Where the semicolon or tab is the separator, what follows it is a cell of its own, whatever the quotes say. */
    private static String harmlessInside(String text) {
        var safe = new StringBuilder(text.length() + 4);
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((before == ';' || before == '\t') && isTrigger(c)) {
                safe.append(APOSTROPHE);
            }
            safe.append(c);
            before = c;
        }
        return safe.toString();
    }

    private static boolean isTrigger(char c) {
        return switch (c) {
            case '=', '+', '-', '@', '＝', '＋', '－', '＠' -> true;
            default -> false;
        };
    }

    private static boolean isUnseen(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
