package io.claribi.identity;

import io.claribi.secrets.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * What continues a session, once: 256 bits that only its holder has. The database holds its hash, which needs no salt or
 * stretching at that size.
 */
record RefreshToken(Secret value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static RefreshToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    /** A token as a client sends it; empty if it can't be one. */
    static Optional<RefreshToken> read(Secret sent) {
        if (!sent.<Boolean>use(text -> text.matches("[A-Za-z0-9_-]{43}"))) {
            return Optional.empty();
        }
        RefreshToken token = new RefreshToken(sent);
        return of(token.bytes()).equals(token) ? Optional.of(token) : Optional.empty();
    }

    /**
     * The token that follows this one. Derived, so that a token spent twice within the grace (an answer that got lost, two
     * tabs) has the same successor although only hashes are kept.
     */
    RefreshToken successor(ServerKey key) {
        return of(key.hmac(bytes()));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    private byte[] bytes() {
        return value.use(Base64.getUrlDecoder()::decode);
    }

    private static RefreshToken of(byte[] bytes) {
        return new RefreshToken(
                Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
    }
}
