package io.claribi.identity.passkeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claribi.secrets.Secret;
import io.claribi.secrets.ServerSecrets;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/**
 * Challenges for authenticators (WebAuthn §13.4.3): random, good for five minutes, for one purpose and for one answer.
 * They carry their own proof that they are ours, so nothing is kept of those that anybody may ask for; only answered
 * ones are noted. All methods work in the transaction around.
 */
@Component
class Challenges {
    static final Duration LIFE = Duration.ofMinutes(5);
    private static final String KEY = "passkey-challenges";
    private static final int RANDOM_BYTES = 16;
    private static final int MAC_BYTES = 32;
    private static final int BODY_BYTES = Long.BYTES + RANDOM_BYTES;

    private final SecureRandom random = new SecureRandom();
    private final ServerSecrets secrets;
    private final AnsweredChallengeStore answered;
    private final Clock clock;
    private volatile @Nullable SecretKeySpec key;

    Challenges(ServerSecrets secrets, AnsweredChallengeStore answered, Clock clock) {
        this.secrets = secrets;
        this.answered = answered;
        this.clock = clock;
    }

    Bytes issue(String purpose) {
        byte[] nonce = new byte[RANDOM_BYTES];
        random.nextBytes(nonce);
        byte[] body = ByteBuffer.allocate(BODY_BYTES)
                .putLong(clock.instant().plus(LIFE).getEpochSecond())
                .put(nonce)
                .array();
        return new Bytes(ByteBuffer.allocate(BODY_BYTES + MAC_BYTES)
                .put(body)
                .put(mac(body, purpose))
                .array());
    }

    /** Whether it is one of ours for this purpose, in time and not answered before; then it is answered now. */
    boolean answer(Bytes challenge, String purpose) {
        byte[] bytes = challenge.getBytes();
        if (bytes.length != BODY_BYTES + MAC_BYTES) {
            return false;
        }
        ByteBuffer parts = ByteBuffer.wrap(bytes);
        byte[] body = new byte[BODY_BYTES];
        byte[] proof = new byte[MAC_BYTES];
        parts.get(body).get(proof);
        Instant expiresAt = Instant.ofEpochSecond(ByteBuffer.wrap(body).getLong());
        return MessageDigest.isEqual(mac(body, purpose), proof)
                && clock.instant().isBefore(expiresAt)
                && answered.insert(hash(bytes), expiresAt);
    }

    private byte[] mac(byte[] body, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key());
            mac.update(body);
            return mac.doFinal(purpose.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java platform", e);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = secrets.get(KEY, this::newKey)
                    .use(text -> new SecretKeySpec(Base64.getDecoder().decode(text), "HmacSHA256"));
            key = known;
        }
        return known;
    }

    private Secret newKey() {
        byte[] bytes = new byte[MAC_BYTES];
        random.nextBytes(bytes);
        return Secret.of(Base64.getEncoder().encodeToString(bytes));
    }

    private static byte[] hash(byte[] challenge) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(challenge);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
