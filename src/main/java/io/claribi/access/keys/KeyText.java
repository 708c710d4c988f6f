package io.claribi.access.keys;

import io.claribi.secrets.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as programs hold it: {@code claribi_<public id>_<secret>_<checksum>} in base62. By the public id it is looked up
 * and recognized; the secret is 32 random characters, 190 bits; the checksum is CRC-32 of all before it, so that this
 * server, and who looks for leaked keys, knows a fake without a look-up.
 */
record KeyText(String publicId, Secret whole) {
    static final String START = "claribi_";

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int PUBLIC = 12;
    private static final int SECRET = 32;
    /** 62^6 is more than 2^32. */
    private static final int CHECKSUM = 6;

    private static final Pattern FORM = Pattern.compile(
            "claribi_[0-9A-Za-z]{%d}_[0-9A-Za-z]{%d}_[0-9A-Za-z]{%d}".formatted(PUBLIC, SECRET, CHECKSUM));
    private static final SecureRandom RANDOM = new SecureRandom();

    static KeyText random() {
        String publicId = characters(PUBLIC);
        String start = START + publicId + "_" + characters(SECRET);
        return new KeyText(publicId, Secret.of(start + "_" + checksum(start)));
    }

    /** A key as a client sends it; empty if it can't be one. */
    static Optional<KeyText> read(Secret sent) {
        return sent.use(text -> isWellFormed(text)
                ? Optional.of(new KeyText(text.substring(START.length(), START.length() + PUBLIC), sent))
                : Optional.empty());
    }

    private static boolean isWellFormed(String text) {
        int end = text.length() - CHECKSUM;
        return FORM.matcher(text).matches() && text.substring(end).equals(checksum(text.substring(0, end - 1)));
    }

    /**
     * SHA-256, which is what is kept. Neither salt nor stretching nor a server's key would add to it: of 190 random bits
     * nobody guesses one, and no two are alike.
     */
    byte[] hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return whole.use(text -> digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    private static String characters(int count) {
        return RANDOM.ints(count, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, at) -> text.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }

    static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        var digits = new char[CHECKSUM];
        long rest = crc.getValue();
        for (int at = CHECKSUM - 1; at >= 0; at--) {
            digits[at] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return new String(digits);
    }
}
