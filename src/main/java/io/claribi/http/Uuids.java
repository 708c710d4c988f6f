package io.claribi.http;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Reads ids in the one form of RFC 9562 §4; {@link UUID#fromString} would take {@code 1-1-1-1-1} as well. */
public final class Uuids {
    private static final String FORM = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";

    private Uuids() {}

    public static Optional<UUID> read(String text) {
        return hasForm(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static boolean hasForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            boolean fits = FORM.charAt(i) == '-' ? text.charAt(i) == '-' : HexFormat.isHexDigit(text.charAt(i));
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
