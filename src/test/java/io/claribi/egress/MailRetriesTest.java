package io.claribi.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailRetriesTest {
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");

    private final MailRetries retries = new MailRetries(new MailSettingsFixture().read());

    @ParameterizedTest
    @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "8, PT1H4M", "9, PT2H", "20, PT2H", "1000, PT2H"})
    void waitLongerEachTimeAndNeverVeryLong(int attempts, Duration delay) {
        assertThat(retries.next(attempts, NOW, NOW))
                .hasValueSatisfying(next -> assertThat(Duration.between(NOW, next))
                        .isBetween(delay, delay.multipliedBy(6).dividedBy(5)));
    }

    @Test
    void endAfterADay() {
        assertThat(retries.next(12, NOW.minus(Duration.ofHours(20)), NOW)).isPresent();
        assertThat(retries.next(12, NOW.minus(Duration.ofHours(23)), NOW)).isEmpty();
    }
}
