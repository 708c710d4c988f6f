package io.claribi.secrets.fernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors that the Fernet specification publishes: generate.json, verify.json and invalid.json. */
class FernetVectorsTest {
    private static final FernetKey KEY =
            FernetKey.read("cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=").orElseThrow();
    private static final String HELLO =
            "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==";
    private static final Duration TTL = Duration.ofSeconds(60);

    private final Fernet fernet = new Fernet(KEY);

    @Test
    void generates() {
        byte[] iv = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

        assertThat(fernet.seal("hello".getBytes(StandardCharsets.UTF_8), at("1985-10-26T01:20:00-07:00"), iv))
                .isEqualTo(HELLO);
    }

    @Test
    void verifies() throws InvalidToken {
        assertThat(fernet.open(HELLO, TTL, at("1985-10-26T01:20:01-07:00")))
                .asString()
                .isEqualTo("hello");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            incorrect mac                           | 01:20:01 | gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykQUFBQUFBQUFBQQ==
            too short                               | 01:20:01 | gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPA==
            invalid base64                          | 01:20:01 | %%%%%%%%%%%%%AECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykRtfsH-p1YsUD2Q==
            payload size not multiple of block size | 01:20:01 | gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPOm73QeoCk9uGib28Xe5vz6oxq5nmxbx_v7mrfyudzUm
            payload padding error                   | 01:20:01 | gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0ODz4LEpdELGQAad7aNEHbf-JkLPIpuiYRLQ3RtXatOYREu2FWke6CnJNYIbkuKNqOhw==
            far-future TS (unacceptable clock skew) | 01:20:01 | gAAAAAAdwStRAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAnja1xKYyhd-Y6mSkTOyTGJmw2Xc2a6kBd-iX9b_qXQcw==
            expired TTL                             | 01:21:31 | gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykRtfsH-p1YsUD2Q==
            incorrect IV (causes padding error)     | 01:20:01 | gAAAAAAdwJ6xBQECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAkLhFLHpGtDBRLRTZeUfWgHSv49TF2AUEZ1TIvcZjK1zQ==
            trailing characters after b64 padding   | 01:20:01 | gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==trailingdata
            invalid characters in b64               | 01:20:01 | *gAAAAAAdwJ6wAAECAwQFBgcI!CQoLDA0ODy021?cpGVWKZ_eEwC@GM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==
            invalid non-urlsafe characters in b64   | 01:20:01 | gAAAAAAdwJ6wAAEC/AwQFBgcICQoLDA0ODy+021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==
            """)
    void refuses(String flaw, String now, String token) {
        assertThatThrownBy(() -> fernet.open(token, TTL, at("1985-10-26T%s-07:00".formatted(now))))
                .isInstanceOf(InvalidToken.class)
                .hasMessage("This is not a token of this key")
                .hasNoCause()
                .satisfies(refusal -> assertThat(refusal.getStackTrace()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"01:19:00, true", "01:18:59, false", "01:21:00, true", "01:21:01, false"})
    void takesATokenFromAMinuteBeforeItWasMadeUntilItIsTooOld(String now, boolean taken) {
        assertThat(opens(now)).isEqualTo(taken);
    }

    private boolean opens(String now) {
        try {
            fernet.open(HELLO, TTL, at("1985-10-26T%s-07:00".formatted(now)));
            return true;
        } catch (InvalidToken e) {
            return false;
        }
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
