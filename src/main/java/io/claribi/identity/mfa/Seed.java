package io.claribi.identity.mfa;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.claribi.identity.EmailAddress;
import io.claribi.secrets.Secret;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.bouncycastle.util.encoders.Base32;

/** What an authenticator app and the server share: 160 bits (RFC 4226 §4), as 32 characters of Base32. */
record Seed(Secret base32) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 20;
    private static final String ISSUER = "clariBI";

    static Seed random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Seed(Secret.of(Base32.toBase32String(bytes)));
    }

    /**
     * The step whose code this is: the given one or the one before, for codes that were read as the time ran out (RFC 6238
     * §5.2). None of the future: a clock that is ahead has to be set right.
     */
    OptionalLong stepOf(Secret code, long now) {
        byte[] seed = base32.use(Base32::decode);
        byte[] given = code.use(text -> text.replace(" ", "").getBytes(US_ASCII));
        return LongStream.of(now, now - 1)
                .filter(step -> MessageDigest.isEqual(
                        given,
                        OneTimePasswords.code(seed, step, OneTimePasswords.DIGITS)
                                .getBytes(US_ASCII)))
                .findFirst();
    }

    /** For who types it: in groups of four. */
    Secret toManualKey() {
        return base32.use(text -> Secret.of(String.join(" ", text.split("(?<=\\G.{4})"))));
    }

    /** For who scans it (the Key URI format of authenticator apps). */
    Secret toUri(EmailAddress account) {
        return base32.use(text -> Secret.of("otpauth://totp/%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(
                        encode("%s (%s)".formatted(ISSUER, account.value())),
                        text,
                        ISSUER,
                        OneTimePasswords.DIGITS,
                        OneTimePasswords.STEP.toSeconds())));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
