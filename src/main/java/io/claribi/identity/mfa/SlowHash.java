package io.claribi.identity.mfa;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claribi.secrets.Secret;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id (RFC 9106) with 19 MiB, two passes and one lane, under a given salt. */
final class SlowHash {
    private static final int BYTES = 32;

    private SlowHash() {}

    static byte[] of(Secret text, byte[] salt) {
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(19 * 1024)
                .withIterations(2)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[BYTES];
        byte[] password = text.use(characters -> characters.getBytes(UTF_8));
        argon2.generateBytes(password, hash);
        return hash;
    }
}
