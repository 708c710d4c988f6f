package io.claribi.identity.mfa;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimePasswordsTest {
    private static final byte[] SEED = "12345678901234567890".getBytes(US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "0, 755224",
        "1, 287082",
        "2, 359152",
        "3, 969429",
        "4, 338314",
        "5, 254676",
        "6, 287922",
        "7, 162583",
        "8, 399871",
        "9, 520489",
    })
    void areThoseOfRfc4226AppendixD(long counter, String code) {
        assertThat(OneTimePasswords.code(SEED, counter, 6)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130",
    })
    void areThoseOfRfc6238AppendixB(long second, String code) {
        long step = OneTimePasswords.step(Instant.ofEpochSecond(second));

        assertThat(OneTimePasswords.code(SEED, step, 8)).isEqualTo(code);
    }
}
