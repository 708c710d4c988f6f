package io.claribi.identity.mfa;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.identity.EmailAddress;
import io.claribi.secrets.Secret;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedTest {
    private static final Seed RFC_4226 =
            new Seed(Secret.of(Base32.toBase32String("12345678901234567890".getBytes(US_ASCII))));

    @Test
    void hasAHundredAndSixtyBitsThatAreNeverTheSame() {
        List<String> seeds = IntStream.range(0, 100)
                .mapToObj(number -> Seed.random().base32().<String>use(text -> text))
                .toList();

        assertThat(seeds).doesNotHaveDuplicates().allMatch(seed -> seed.matches("[A-Z2-7]{32}"));
    }

    @ParameterizedTest
    @CsvSource({
        "359152, 2", // now
        "359 152, 2",
        "287082, 1", // one step back
        "755224, -1", // two steps back
        "969429, -1", // to come
        "'', -1",
        "35915, -1",
        "0359152, -1",
        "３５９１５２, -1",
    })
    void takesTheCodeOfThisStepOrOfTheOneBefore(String code, long step) {
        assertThat(RFC_4226.stepOf(Secret.of(code), 2).orElse(-1)).isEqualTo(step);
    }

    @Test
    void isTypedInGroupsOfFour() {
        assertThat(RFC_4226.toManualKey().<String>use(text -> text))
                .isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    @Test
    void isScannedWithTheNamesOfServerAndAccount() {
        assertThat(RFC_4226.toUri(new EmailAddress("ann+bi@example.org")).<String>use(text -> text))
                .isEqualTo("otpauth://totp/clariBI%20%28ann%2Bbi%40example.org%29"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=clariBI&algorithm=SHA1&digits=6&period=30");
    }
}
