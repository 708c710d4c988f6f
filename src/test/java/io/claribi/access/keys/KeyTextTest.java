package io.claribi.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.secrets.Secret;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of keys, by which scanners and the server tell one from what is none. */
class KeyTextTest {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    @Test
    void isPublicIdAndSecretAndTheirChecksum() {
        String text = text(KeyText.random());

        assertThat(text).matches("claribi_[0-9A-Za-z]{12}_[0-9A-Za-z]{32}_[0-9A-Za-z]{6}");
        int end = text.lastIndexOf('_');
        var crc = new CRC32();
        crc.update(text.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        assertThat(number(text.substring(end + 1))).isEqualTo(BigInteger.valueOf(crc.getValue()));
    }

    @Test
    void holdsNoLessThan160RandomBits() {
        assertThat(BigInteger.valueOf(62).pow(32).bitLength()).isGreaterThan(160);
        Set<String> secrets = new HashSet<>();
        for (int made = 0; made < 1000; made++) {
            secrets.add(text(KeyText.random()).split("_")[2]);
        }
        assertThat(secrets).hasSize(1000);
    }

    @Test
    void isReadBack() {
        KeyText key = KeyText.random();

        assertThat(KeyText.read(Secret.of(text(key)))).contains(key);
        assertThat(KeyText.read(Secret.of(text(key))).orElseThrow().hash()).isEqualTo(key.hash());
    }

    @Property(tries = 300)
    void isNoneWithOneCharacterChanged(
            @ForAll @IntRange(max = 59) int at,
            @ForAll @StringLength(1) @CharRange(from = '0', to = 'z') String other) {
        String text = text(KeyText.random());
        String changed = text.substring(0, at) + other + text.substring(at + 1);

        assertThat(KeyText.read(Secret.of(changed)).isPresent()).isEqualTo(changed.equals(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "claribi_",
                "claribi___",
                "claribi_000000000000_00000000000000000000000000000000_000000",
                "claribi_000000000000_0000000000000000000000000000000é_000000",
                "ghp_000000000000_00000000000000000000000000000000_000000",
            })
    void isNotWhatOnlyLooksLikeIt(String text) {
        assertThat(KeyText.read(Secret.of(text))).isEmpty();
        assertThat(KeyText.read(Secret.of(text(KeyText.random()) + text + "\n")))
                .isEmpty();
    }

    @Test
    void printsNothingOfItself() {
        KeyText key = KeyText.random();

        assertThat(key.toString()).doesNotContain(text(key).split("_")[2]);
    }

    private static String text(KeyText key) {
        return key.whole().use(text -> text);
    }

    private static BigInteger number(String digits) {
        return digits.chars()
                .mapToObj(digit -> BigInteger.valueOf(DIGITS.indexOf(digit)))
                .reduce(
                        BigInteger.ZERO,
                        (sum, digit) -> sum.multiply(BigInteger.valueOf(62)).add(digit));
    }
}
