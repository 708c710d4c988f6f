package io.claribi.secrets.fernet;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The URL-safe base64 of RFC 4648 §5 with its padding, and one spelling only: the JDK's decoder takes texts without
 * padding and with bits that mean nothing.
 */
final class StrictBase64 {
    private static final int GROUP = 4;

    private StrictBase64() {}

    /**
     * @throws IllegalArgumentException if the text is spelled in any other way
     */
    static byte[] decode(String text) {
        if (text.length() % GROUP != 0) {
            throw new IllegalArgumentException("No whole groups");
        }
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        int rest = bytes.length % 3;
        if (rest != 0 && !text.endsWith(spelled(bytes, rest))) {
            throw new IllegalArgumentException("Another spelling");
        }
        return bytes;
    }

    /** The last group, which is the only one that can be spelled in two ways. */
    private static String spelled(byte[] bytes, int rest) {
        byte[] last = new byte[rest];
        System.arraycopy(bytes, bytes.length - rest, last, 0, rest);
        return new String(Base64.getUrlEncoder().encode(last), StandardCharsets.ISO_8859_1);
    }
}
