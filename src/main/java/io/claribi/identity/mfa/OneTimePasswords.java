package io.claribi.identity.mfa;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HOTP (RFC 4226 §5.3) over the number of the time step (RFC 6238 §4), with HMAC-SHA-1 as authenticator apps expect. */
final class OneTimePasswords {
    static final Duration STEP = Duration.ofSeconds(30);
    static final int DIGITS = 6;

    private OneTimePasswords() {}

    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP.toSeconds());
    }

    static String code(byte[] seed, long counter, int digits) {
        byte[] hash =
                hmac(seed, ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
        int offset = hash[hash.length - 1] & 0xf;
        int truncated = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        String number = Integer.toString(truncated);
        return "0".repeat(Math.max(0, digits - number.length()))
                + number.substring(Math.max(0, number.length() - digits));
    }

    private static byte[] hmac(byte[] seed, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(seed, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-1 is part of every Java platform", e);
        }
    }
}
