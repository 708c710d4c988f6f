package io.claribi.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The server's own plain format, as it comes out at the console. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class LogLinesTest {
    private static final Logger log = LoggerFactory.getLogger(LogLinesTest.class);
    private static final String FORGED = "x\r\n2026-01-01T00:00:00.000Z  INFO 1 --- forged\u001B[2J\u2028\u202E";

    @Test
    void neverBreakWithinAMessage(CapturedOutput output) {
        log.warn("Somebody sent {}", FORGED);

        assertThat(output.getOut())
                .contains("Somebody sent x\\r\\n2026-01-01T00:00:00.000Z  INFO 1 --- forged\\u001b[2J\\u2028\\u202e");
    }

    @Test
    void breakWhereTheServerSaysWhyItDoesNotStart(CapturedOutput output) {
        LoggerFactory.getLogger("org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter")
                .error("Another server is using it.\n\nStop that one.");

        assertThat(output.getOut()).contains("Another server is using it.\n\nStop that one.\n");
    }

    @Test
    void neverBreakWithinTheMessageOfAnException(CapturedOutput output) {
        var failure = new IllegalStateException(FORGED, new IllegalArgumentException(FORGED));
        failure.addSuppressed(new IllegalArgumentException(FORGED));

        log.warn("It failed", failure);

        assertThat(output.getOut().lines().filter(line -> line.startsWith("2026-01-01")))
                .isEmpty();
        assertThat(output.getOut())
                .contains("java.lang.IllegalStateException: x\\r\\n2026")
                .contains("Caused by: java.lang.IllegalArgumentException: x\\r\\n2026")
                .contains("Suppressed: java.lang.IllegalArgumentException: x\\r\\n2026")
                .contains("\tat io.claribi.logging.LogLinesTest");
    }
}
