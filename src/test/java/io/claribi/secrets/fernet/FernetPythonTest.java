package io.claribi.secrets.fernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both ways with Python's {@code cryptography}: tokens that it made, and ours if it is installed here. */
class FernetPythonTest {
    private static final FernetKey KEY =
            FernetKey.read("ZWZnaGlqa2xtbm9wcXJzdHV2d3h5ent8fX5_gIGCg4Q=").orElseThrow();

    private final Fernet fernet = new Fernet(KEY);

    /** Made by cryptography 48.0.0 with the key above. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                           | gAAAAABlU_EAmW9ou3ijITdN4_rKI9PEziMPnMb2kwgExeFzBdbSNc4Nmft_GPdsniBB2aQ2SfkkDmcoqxkuPoG98amx_Wg6Qw==
            YQ==                         | gAAAAABlU_EAp5aTKmob9S5TqwKUdCpmr-4P8iBXjJyolAdcslKNR6Pso6jvuE69TZSpBXxtzBEd68M_t_NkeWMklGl-8vtO4Q==
            ZXhhY3RseSBzaXh0ZWVuIQ==     | gAAAAABlU_EAyUqA5VKbY6XrIleLTw4EqbjsGqcCfHwcr_vIFHhzKidBhVII1pCAGhaFpp5FO6t_UtuaE0_yan9-Ngm3a-b7IMsWZFKs88Pw_af3lPuNfIA=
            Y3LDqG1lIGJyw7tsw6llIPCflJE= | gAAAAABlU_EAZHEKTp2o-lYCQ3xKMykeawoPodyOIbvPfH9iA28NwVbhbH2KyKqiCW6xKhLtDl_aHuZwWYtV2sCjMo8OD0U1NfQyBDaxqjlXIY00gfLnBig=
            """)
    void opensWhatPythonSealed(String message, String token) throws InvalidToken {
        assertThat(fernet.open(token)).isEqualTo(Base64.getDecoder().decode(message));
    }

    @Test
    void sealsWhatPythonOpens() throws IOException, InterruptedException {
        assumeTrue(python("import cryptography.fernet", "").succeeded(), "Python's cryptography is not installed");
        String message = "crème brûlée 🔑";
        String token = fernet.seal(message.getBytes(StandardCharsets.UTF_8), Instant.now());

        Run run = python("""
                import sys
                from cryptography.fernet import Fernet
                key, token = sys.stdin.read().split()
                sys.stdout.buffer.write(Fernet(key).decrypt(token, ttl=60))
                """, KEY.text() + " " + token);

        assertThat(run).isEqualTo(new Run(0, message));
    }

    private static Run python(String program, String input) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("python3", "-c", program)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return new Run(1, "There is no python3");
        }
        try (var stdin = process.outputWriter(StandardCharsets.US_ASCII)) {
            stdin.write(input);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    record Run(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }
    }
}
