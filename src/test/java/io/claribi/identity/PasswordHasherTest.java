package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.kernel.AppException;
import io.claribi.secrets.Secret;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordHasherTest {

    @Test
    void storesArgon2idWithItsParameters() {
        try (var hasher = hasher(1, 1)) {
            String hash = hasher.hash(Secret.of("correct horse"));

            assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(hasher.matches(Secret.of("correct horse"), hash)).isTrue();
            assertThat(hasher.matches(Secret.of("correct horsf"), hash)).isFalse();
        }
    }

    @Test
    void nobodysPasswordIsNobodys() {
        try (var hasher = hasher(1, 1)) {
            assertThat(hasher.matches(Secret.of("the password of nobody"), null))
                    .isFalse();
        }
    }

    @Test
    void comparesWithNobodysHashAtFullCost() {
        var encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
        String ours = encoder.encode("correct horse");

        // Of the same form, so that it is not refused before the work is done.
        assertThat(PasswordHasher.hashOfNobody()).hasSameSizeAs(ours).startsWith(ours.substring(0, 31));
        assertThat(encoder.upgradeEncoding(PasswordHasher.hashOfNobody())).isFalse();
    }

    @Test
    void refusesWhatWouldNotFitIntoTheQueue() throws Exception {
        int callers = 40;
        try (var hasher = hasher(1, 4);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var hashes = threads.invokeAll(IntStream.range(0, callers)
                    .<Callable<String>>mapToObj(number -> () -> hasher.hash(Secret.of("password " + number)))
                    .collect(Collectors.toList()));

            var refusals = hashes.stream()
                    .filter(hash -> hash.state() == Future.State.FAILED)
                    .map(Future::exceptionNow)
                    .toList();
            // At the least those were served whom the queue holds.
            assertThat(refusals.size()).isBetween(1, callers - 4);
            assertThat(refusals)
                    .extracting(refusal -> ((AppException) refusal).code())
                    .containsOnly(IdentityError.PASSWORD_WORK_BUSY);
        }
    }

    @Test
    void servesFiftyAtOnceInTurn() throws Exception {
        try (var hasher = hasher(2, 200);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var hashes = threads.invokeAll(IntStream.range(0, 50)
                    .<Callable<String>>mapToObj(number -> () -> hasher.hash(Secret.of("password " + number)))
                    .collect(Collectors.toList()));

            assertThat(hashes).allMatch(hash -> hash.state() == Future.State.SUCCESS);
        }
    }

    private static PasswordHasher hasher(int workers, int queue) {
        return new PasswordHasher(new IdentitySettings(
                Duration.ofMinutes(5),
                Duration.ofSeconds(10),
                Duration.ofMinutes(30),
                Duration.ofDays(30),
                Duration.ofHours(24),
                workers,
                queue));
    }
}
