package io.claribi.egress;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, in the order in which it is read. Everything is text; how it looks is the templates' part.
 *
 * @param subject its first line too
 * @param details names and values, such as a device and an address
 * @param code to be typed
 * @param closing said last, smaller
 */
public record Letter(
        String subject,
        List<String> paragraphs,
        List<Detail> details,
        @Nullable String code,
        @Nullable Button button,
        List<String> closing) {

    public static Letter about(String subject) {
        return new Letter(subject, List.of(), List.of(), null, null, List.of());
    }

    public Letter says(String paragraph) {
        return new Letter(subject, and(paragraphs, paragraph), details, code, button, closing);
    }

    public Letter tells(String name, String value) {
        return new Letter(subject, paragraphs, and(details, new Detail(name, value)), code, button, closing);
    }

    public Letter shows(String newCode) {
        return new Letter(subject, paragraphs, details, newCode, button, closing);
    }

    public Letter leads(String label, String url) {
        return new Letter(subject, paragraphs, details, code, new Button(label, url), closing);
    }

    public Letter closes(String paragraph) {
        return new Letter(subject, paragraphs, details, code, button, and(closing, paragraph));
    }

    private static <T> List<T> and(List<T> before, T last) {
        var all = new ArrayList<>(before);
        all.add(last);
        return List.copyOf(all);
    }

    /** A code or a link may be in it. */
    @Override
    public String toString() {
        return "Letter";
    }

    public record Detail(String name, String value) {}

    public record Button(String label, String url) {}
}
