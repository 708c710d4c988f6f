package io.claribi.identity;

import io.claribi.secrets.Secret;
import java.text.Normalizer;

/** Passwords as they are compared: whole, as they were typed. */
final class Passwords {
    private Passwords() {}

    /** The form that is hashed: the same password typed on two keyboards is the same password. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Whether it could be anybody's; what can't be isn't worth hashing. */
    static boolean isPlausible(Secret password) {
        return password.use(text -> text.length() <= 4 * PasswordRules.MOST_CHARACTERS);
    }
}
