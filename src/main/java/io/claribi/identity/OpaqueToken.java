package io.claribi.identity;

import io.claribi.secrets.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * 256 random bits that only their holder has, as 43 characters. The database holds the hash, which needs no salt or
 * stretching at that size.
 */
public record OpaqueToken(Secret value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static OpaqueToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new OpaqueToken(Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
    }

    /** A token as a client sends it; empty if it can't be one. */
    public static Optional<OpaqueToken> read(Secret sent) {
        return sent.<Boolean>use(text -> text.matches("[A-Za-z0-9_-]{43}"))
                ? Optional.of(new OpaqueToken(sent))
                : Optional.empty();
    }

    /** SHA-256. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.use(Base64.getUrlDecoder()::decode));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
