package io.claribi.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as its owner writes it. Two that differ in case alone are the same account's. ASCII only: addresses that
 * look alike but aren't must not pass for one another.
 */
public record EmailAddress(String value) {
    private static final int MOST_CHARACTERS = 254;
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    /** The address in a text, blanks around it aside; empty if it is none (RFC 5321 §4.1.2, without quoting). */
    public static Optional<EmailAddress> read(String text) {
        String trimmed = text.strip();
        return trimmed.length() <= MOST_CHARACTERS
                        && FORM.matcher(trimmed).matches()
                        && localPart(trimmed).length() <= 64
                ? Optional.of(new EmailAddress(trimmed))
                : Optional.empty();
    }

    /** Whether both are the same account's. */
    public boolean isSameAs(EmailAddress other) {
        return value.equalsIgnoreCase(other.value);
    }

    /** What stands before the @, in lower case. */
    String localPart() {
        return localPart(value).toLowerCase(Locale.ROOT);
    }

    /** What stands after the @, in lower case. */
    String domain() {
        return value.substring(value.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static String localPart(String text) {
        return text.substring(0, text.lastIndexOf('@'));
    }
}
