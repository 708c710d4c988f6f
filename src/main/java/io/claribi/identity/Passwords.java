package io.claribi.identity;

import io.claribi.secrets.Secret;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** The rules for passwords: length alone, and not one's own address (NIST SP 800-63B-4 §3.1.1.2). */
final class Passwords {
    private static final int FEWEST_CHARACTERS = 8;
    private static final int MOST_CHARACTERS = 128;

    private Passwords() {}

    /** What is wrong with a new password. */
    static Optional<String> problem(Secret password, Optional<EmailAddress> email) {
        return password.use(text -> problemOf(normal(text), email));
    }

    private static Optional<String> problemOf(String normal, Optional<EmailAddress> email) {
        int characters = normal.codePointCount(0, normal.length());
        if (characters < FEWEST_CHARACTERS) {
            return Optional.of("must have at least %d characters".formatted(FEWEST_CHARACTERS));
        }
        if (characters > MOST_CHARACTERS) {
            return Optional.of("must have at most %d characters".formatted(MOST_CHARACTERS));
        }
        String lower = normal.toLowerCase(Locale.ROOT);
        // A local part such as "al" would stand in every other password.
        return email.map(EmailAddress::localPart)
                .filter(local -> local.length() >= 3 && lower.contains(local))
                .map(local -> "must not hold the name in your e-mail address");
    }

    /** The form that is hashed: the same password typed on two keyboards is the same password. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Whether it could be anybody's; what can't be isn't worth hashing. */
    static boolean isPlausible(Secret password) {
        return password.use(text -> text.length() <= 4 * MOST_CHARACTERS);
    }
}
