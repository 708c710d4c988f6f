package io.claribi.connectors;

import java.util.regex.Pattern;

/** The name by which somebody sent a file. It names no file of ours; it is kept to be shown. */
final class FileName {
    private static final int LONGEST = 255;
    /** Controls, line breaks and the marks that turn the direction of text. */
    private static final Pattern UNREADABLE =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

    private FileName() {}

    /** The name without folders, on one line, cut at the front: its end tells what kind of file it is. */
    static String tidy(String sent) {
        String base = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String line = UNREADABLE.matcher(base).replaceAll(" ").strip();
        String cut = line.substring(Math.max(0, line.length() - LONGEST));
        return !cut.isEmpty() && Character.isLowSurrogate(cut.charAt(0)) ? cut.substring(1) : cut;
    }
}
