package io.claribi.testing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** An authenticator app (RFC 6238), written for the tests alone. */
public record Authenticator(String secret, Clock clock) {
    public static final Duration STEP = Duration.ofSeconds(30);

    /** What it shows at this moment. */
    public String code() {
        return code(Duration.ZERO);
    }

    /** What it shows so much later. */
    public String code(Duration later) {
        long step = clock.instant().plus(later).getEpochSecond() / STEP.toSeconds();
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Base32.decode(secret), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A code that it does not show. */
    public String wrongCode() {
        return "%06d".formatted((Integer.parseInt(code()) + 500_001) % 1_000_000);
    }
}
