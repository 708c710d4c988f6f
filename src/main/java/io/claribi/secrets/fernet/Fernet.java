package io.claribi.secrets.fernet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * Seals and opens by the Fernet specification, version 0x80: AES-128-CBC with PKCS #7 padding, then HMAC-SHA256 over
 * everything before it. Other implementations, such as Python's {@code cryptography}, open what this seals and the other
 * way round.
 */
public final class Fernet {
    static final int IV = Byte.BYTES + Long.BYTES;
    static final int BLOCK = 16;
    static final int CIPHERTEXT = IV + BLOCK;
    static final int MAC = 32;

    private static final byte VERSION = (byte) 0x80;
    /** How far the clock that made a token may be ahead of ours, in seconds. */
    private static final long CLOCK_SKEW = 60;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final FernetKey key;

    public Fernet(FernetKey key) {
        this.key = key;
    }

    /**
     * A token that holds the message.
     *
     * @param now stands in the token to the second, for everybody to read
     */
    public String seal(byte[] message, Instant now) {
        byte[] iv = new byte[BLOCK];
        RANDOM.nextBytes(iv);
        return seal(message, now, iv);
    }

    String seal(byte[] message, Instant now, byte[] iv) {
        int ciphertext = (message.length / BLOCK + 1) * BLOCK;
        byte[] token = new byte[CIPHERTEXT + ciphertext + MAC];
        ByteBuffer.wrap(token).put(VERSION).putLong(now.getEpochSecond()).put(iv);
        Engine.seal(key, token, message);
        return new String(Base64.getUrlEncoder().encode(token), StandardCharsets.ISO_8859_1);
    }

    /**
     * The message of a token of whatever age.
     *
     * @throws InvalidToken if it is not this key's, whatever else is the matter
     */
    public byte[] open(String token) throws InvalidToken {
        return open(decode(token));
    }

    /**
     * The message of a token that is no older than the given time, and from the future by no more than 60 seconds.
     *
     * @param ttl to the second
     * @throws InvalidToken if it is too old or not this key's, whatever else is the matter
     */
    public byte[] open(String token, Duration ttl, Instant now) throws InvalidToken {
        byte[] bytes = decode(token);
        byte[] message = open(bytes);
        long made = ByteBuffer.wrap(bytes).getLong(Byte.BYTES);
        // Unsigned in the token: what is negative here lies beyond the year 292 billion, and must not overflow into
        // now.
        boolean fromTheFuture = made < 0 || made > now.getEpochSecond() + CLOCK_SKEW;
        if (fromTheFuture || now.getEpochSecond() - made > ttl.toSeconds()) {
            throw new InvalidToken();
        }
        return message;
    }

    private static byte[] decode(String token) throws InvalidToken {
        try {
            byte[] bytes = StrictBase64.decode(token);
            int ciphertext = bytes.length - CIPHERTEXT - MAC;
            if (ciphertext < BLOCK || ciphertext % BLOCK != 0 || bytes[0] != VERSION) {
                throw new InvalidToken();
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new InvalidToken();
        }
    }

    private byte[] open(byte[] token) throws InvalidToken {
        byte[] message = Engine.open(key, token);
        if (message == null) {
            throw new InvalidToken();
        }
        return message;
    }
}
