package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.AppException;
import io.claribi.secrets.Secret;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.util.unit.DataSize;

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
        var encoder = new Argon2PasswordEncoder(16, 32, 1, 20 * 1024, 3);
        String ours = encoder.encode("correct horse");

        String nobodys = PasswordHasher.hashOfNobody(new Argon2Settings(DataSize.ofMegabytes(20), 3));

        // Of the same form, so that it is not refused before the work is done.
        assertThat(nobodys).hasSameSizeAs(ours).startsWith("$argon2id$v=19$m=20480,t=3,p=1$");
        assertThat(encoder.upgradeEncoding(nobodys)).isFalse();
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

    @Test
    void holdsAHashOfLessMemoryOrFewerPassesToBeWeak() {
        try (var former = hasher(1, 1);
                var dearer = hasher(1, 1, new Argon2Settings(DataSize.ofMegabytes(20), 2));
                var longer = hasher(1, 1, new Argon2Settings(DataSize.ofMegabytes(19), 3))) {
            String hash = former.hash(Secret.of("correct horse"));

            assertThat(former.isWeak(hash)).isFalse();
            assertThat(dearer.isWeak(hash)).isTrue();
            assertThat(longer.isWeak(hash)).isTrue();
            assertThat(dearer.matches(Secret.of("correct horse"), hash)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"45,1", "18,2", "11,3", "8,4", "6,5", "6,20", "1025,2", "19,0", "19,21"})
    void refusesToBeCheaperThanWhatOwaspAsksFor(int megabytes, int passes) {
        assertThatThrownBy(() -> new Argon2Settings(DataSize.ofMegabytes(megabytes), passes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("claribi.identity.argon2");
    }

    @ParameterizedTest
    @CsvSource({"46,1", "19,2", "12,3", "9,4", "7,5", "7,6", "1024,1"})
    void takesParametersOfEqualStrength(int megabytes, int passes) {
        assertThat(new Argon2Settings(DataSize.ofMegabytes(megabytes), passes).kibibytes())
                .isEqualTo(megabytes * 1024);
    }

    private static PasswordHasher hasher(int workers, int queue) {
        return hasher(workers, queue, new Argon2Settings(DataSize.ofMegabytes(19), 2));
    }

    private static PasswordHasher hasher(int workers, int queue, Argon2Settings cost) {
        var settings = new IdentitySettings(
                Duration.ofMinutes(5),
                Duration.ofSeconds(10),
                Duration.ofMinutes(30),
                Duration.ofDays(30),
                Duration.ofHours(24),
                workers,
                queue);
        return new PasswordHasher(settings, cost);
    }
}
