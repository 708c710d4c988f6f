package io.claribi.identity;

import io.claribi.kernel.FieldError;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of people and organizations as they are kept: one line, in one Unicode form. */
public final class Names {
    private static final int MOST_CHARACTERS = 100;
    /** Controls, line breaks and the marks that turn the direction of text: a name is one line that reads as it stands. */
    private static final Pattern NOT_IN_NAMES =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

    private Names() {}

    /** A person's; none if it is blank. Adds what is wrong with it to the errors. */
    public static @Nullable String person(String field, @Nullable String text, List<FieldError> errors) {
        String name = text == null ? "" : read(field, text, errors);
        return name.isEmpty() ? null : name;
    }

    /** What must have a name. Adds what is wrong with it to the errors. */
    public static String required(String field, String text, List<FieldError> errors) {
        String name = read(field, text, errors);
        if (name.isEmpty()) {
            errors.add(new FieldError(field, "is required"));
        }
        return name;
    }

    private static String read(String field, String text, List<FieldError> errors) {
        String name = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (name.length() > MOST_CHARACTERS) {
            errors.add(new FieldError(field, "must have at most %d characters".formatted(MOST_CHARACTERS)));
        }
        if (NOT_IN_NAMES.matcher(name).find()) {
            errors.add(new FieldError(field, "must be one line of text"));
        }
        return name;
    }
}
