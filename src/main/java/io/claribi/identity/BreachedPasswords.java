package io.claribi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * The passwords that attackers try first: 100,002 out of breaches, besides English words and names, 148,433 in all, as
 * nbvcxz ships them. Kept are 64 bits of the hash of each that is long enough to be a password here, half a megabyte, read
 * when the first password is chosen.
 */
final class BreachedPasswords {
    private static final List<String> LISTS =
            List.of("passwords", "english", "eff_large", "female-names", "male-names", "surnames");

    private final long[] hashes;

    private BreachedPasswords(Stream<String> passwords) {
        hashes = passwords
                .map(BreachedPasswords::folded)
                .filter(text -> text.codePointCount(0, text.length()) >= PasswordRules.FEWEST_CHARACTERS)
                .mapToLong(BreachedPasswords::hash)
                .sorted()
                .distinct()
                .toArray();
    }

    static BreachedPasswords shipped() {
        return Shipped.PASSWORDS;
    }

    /** Whether a password is one of them, whatever its case and in whatever Unicode letters it is written. */
    boolean contains(String password) {
        return Arrays.binarySearch(hashes, hash(folded(password))) >= 0;
    }

    static Stream<String> lines(String list) {
        var file = new ClassPathResource("dictionaries/" + list + ".txt");
        try (var reader = new BufferedReader(new InputStreamReader(file.getInputStream(), UTF_8))) {
            return reader.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of passwords can't be read: " + list, e);
        }
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static long hash(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    private static final class Shipped {
        static final BreachedPasswords PASSWORDS =
                new BreachedPasswords(LISTS.stream().flatMap(BreachedPasswords::lines));
    }
}
