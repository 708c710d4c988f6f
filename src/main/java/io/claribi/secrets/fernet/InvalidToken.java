package io.claribi.secrets.fernet;

/**
 * A text is no token of this key. Nothing about it says why, so that whoever sends tokens learns nothing from refusals: it
 * has no cause, no trace and always the same message.
 */
public final class InvalidToken extends Exception {
    InvalidToken() {
        super("This is not a token of this key", null, false, false);
    }
}
