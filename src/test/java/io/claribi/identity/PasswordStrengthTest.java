package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.kernel.AppException;
import io.claribi.secrets.Secret;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordStrengthTest {

    @ParameterizedTest
    @CsvSource({"password,0", "aaaaaaaaaaaa,0", "long enough,1", "xkq7!fRw0z,4", "correct horse battery,4"})
    void tellsWeakFromStrong(String password, int strength) {
        try (var meter = new PasswordStrength()) {
            assertThat(meter.estimate(Secret.of(password))).isEqualTo(strength);
        }
    }

    @Test
    void looksAtTheBeginningOfALongOneAlone() {
        try (var meter = new PasswordStrength()) {
            assertThat(meter.estimate(Secret.of("1".repeat(100_000)))).isZero();
        }
    }

    @Test
    void turnsAwayWhomItsQueueDoesNotHold() throws Exception {
        try (var meter = new PasswordStrength();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var estimates = threads.invokeAll(IntStream.range(0, 200)
                    .<Callable<Integer>>mapToObj(
                            number -> () -> meter.estimate(Secret.of("e!1ee11!!e!ee!e11!1e!!ee!!!e!11" + number)))
                    .collect(Collectors.toList()));

            assertThat(estimates.stream()
                            .filter(estimate -> estimate.state() == Future.State.FAILED)
                            .map(Future::exceptionNow))
                    .isNotEmpty()
                    .allSatisfy(refusal ->
                            assertThat(((AppException) refusal).code()).isEqualTo(IdentityError.PASSWORD_WORK_BUSY));
        }
    }
}
