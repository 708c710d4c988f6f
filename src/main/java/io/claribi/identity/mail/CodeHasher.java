package io.claribi.identity.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.claribi.secrets.Secret;
import io.claribi.secrets.ServerSecrets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Hashes codes under a key that is not in the database readably: of six digits, a plain hash could be guessed by trying
 * them all. Part of the transaction around.
 */
@Component
class CodeHasher {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    private final ServerSecrets secrets;

    CodeHasher(ServerSecrets secrets) {
        this.secrets = secrets;
    }

    /** HMAC-SHA256 (RFC 2104), of one proof's code only. */
    byte[] hash(UUID proof, String code) {
        return secrets.get("mailed-codes", CodeHasher::newKey).use(key -> hmac(key, code + " of " + proof));
    }

    private static Secret newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return Secret.of(Base64.getEncoder().encodeToString(key));
    }

    private static byte[] hmac(String key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            return mac.doFinal(message.getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java platform", e);
        }
    }
}
