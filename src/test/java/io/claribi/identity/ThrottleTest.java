package io.claribi.identity;

import static io.claribi.identity.Guess.MFA_CODE;
import static io.claribi.identity.Guess.PASSWORD;
import static io.claribi.identity.Guess.PASSWORD_ON_KNOWN_DEVICE;
import static io.claribi.identity.Guess.STEP_UP;
import static io.claribi.identity.Throttle.Verdict.LOCKED;
import static io.claribi.identity.Throttle.Verdict.RIGHT;
import static io.claribi.identity.Throttle.Verdict.WRONG;
import static io.claribi.identity.Throttle.Verdict.WRONG_AND_LOCKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.identity.Throttle.Verdict;
import io.claribi.kernel.AppException;
import io.claribi.kernel.WorkContext;
import io.claribi.testing.FakeClock;
import io.claribi.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class ThrottleTest {
    private static final Duration LOCK = Duration.ofMinutes(15);

    private final FakeClock clock = new FakeClock(Instant.now().truncatedTo(ChronoUnit.MICROS));
    private final Collection<Duration> pauses = new ConcurrentLinkedQueue<>();
    private final String subject = UUID.randomUUID().toString();
    private final FailureStore store;
    private final KnownDeviceStore devices;
    private final PendingLogInStore pending;
    private final ServerKey key;
    private final ThrottleSettings settings =
            new ThrottleSettings(10, LOCK, Duration.ofHours(24), 300, Duration.ofHours(1), 100);
    private final IdentitySettings identity;
    private final SessionClock sessionClock;
    private final TransactionTemplate transaction;
    private final Throttle throttle;

    ThrottleTest(
            FailureStore store,
            KnownDeviceStore devices,
            PendingLogInStore pending,
            ServerKey key,
            IdentitySettings identity,
            TransactionTemplate transaction) {
        this.store = store;
        this.devices = devices;
        this.pending = pending;
        this.key = key;
        this.identity = identity;
        this.transaction = transaction;
        sessionClock = new SessionClock(identity, clock);
        throttle = aNode();
    }

    @Test
    void locksASubjectForAQuarterOfAnHourAfterTenFailuresInARow() {
        for (int number = 1; number < 10; number++) {
            assertThat(guess(false)).as("try %d", number).isEqualTo(WRONG);
        }
        assertThat(guess(false)).isEqualTo(WRONG_AND_LOCKED);

        assertThat(guess(true)).isEqualTo(LOCKED);
        clock.advance(LOCK.minusMillis(1));
        assertThat(guess(true)).isEqualTo(LOCKED);

        clock.advance(Duration.ofMillis(1));
        assertThat(guess(true)).isEqualTo(RIGHT);
    }

    @Test
    void locksAgainAfterOneMoreFailure() {
        fail(10);
        clock.advance(LOCK);

        assertThat(guess(false)).isEqualTo(WRONG_AND_LOCKED);

        assertThat(guess(true)).isEqualTo(LOCKED);
    }

    @Test
    void startsAnewAfterASuccess() {
        fail(9);
        assertThat(guess(true)).isEqualTo(RIGHT);

        fail(9);

        assertThat(guess(true)).isEqualTo(RIGHT);
    }

    @Test
    void forgetsWithinADay() {
        fail(10);
        clock.advance(settings.memory());

        fail(9);

        assertThat(guess(true)).isEqualTo(RIGHT);
    }

    @Test
    void takesNoHarmFromANodeWhoseClockIsBehind() {
        fail(5);
        var late = new FakeClock(clock.instant().minus(Duration.ofHours(1)));
        var behind = new Throttle(store, key, settings, new SessionClock(identity, late), pauses::add, transaction);

        assertThat(behind.judge(PASSWORD, subject, () -> false)).isEqualTo(WRONG);

        fail(3);
        assertThat(guess(false)).isEqualTo(WRONG_AND_LOCKED);
    }

    @Test
    void letsEachFailureDelayTheNextTryMore() {
        fail(10);

        assertThat(pauses).containsExactlyElementsOf(millis(0, 0, 0, 500, 1_000, 2_000, 4_000, 4_000, 4_000, 4_000));
    }

    @Test
    void countsParallelGuessesBeforeItJudgesThem() throws Exception {
        var judged = new AtomicInteger();
        Throttle other = aNode();

        List<Verdict> verdicts = together(
                60,
                number -> (number % 2 == 0 ? throttle : other)
                        .judge(PASSWORD, subject, () -> judged.incrementAndGet() < 0));

        assertThat(judged).hasValue(10);
        assertThat(verdicts).filteredOn(WRONG::equals).hasSize(9);
        assertThat(verdicts).filteredOn(WRONG_AND_LOCKED::equals).hasSize(1);
        assertThat(verdicts).filteredOn(LOCKED::equals).hasSize(50);
    }

    @Test
    void takesNobodyForAGuesserWhoIsRightFiftyTimesAtOnce() throws Exception {
        List<Verdict> verdicts = together(50, number -> throttle.judge(PASSWORD, subject, () -> true));

        assertThat(verdicts).containsOnly(RIGHT);
        assertThat(pauses).containsOnly(Duration.ZERO);
    }

    @Test
    void keepsOtherThingsAndOtherSubjectsApart() {
        fail(10);

        assertThat(throttle.judge(PASSWORD_ON_KNOWN_DEVICE, subject, () -> true))
                .isEqualTo(RIGHT);
        assertThat(throttle.judge(STEP_UP, subject, () -> true)).isEqualTo(RIGHT);
        assertThat(throttle.judge(PASSWORD, subject + "x", () -> true)).isEqualTo(RIGHT);
    }

    @Test
    void doesNotCountWhatWasNotJudged() {
        for (int number = 0; number < 20; number++) {
            assertThatThrownBy(() -> throttle.judge(PASSWORD, subject, () -> {
                        throw PasswordHasher.busy();
                    }))
                    .isInstanceOf(AppException.class);
        }

        assertThat(pauses).containsOnly(Duration.ZERO);
    }

    @Test
    void tellsWhoMayKnowHowLongToWait() {
        for (int number = 0; number < 10; number++) {
            throttle.check(STEP_UP, subject, () -> false);
        }
        clock.advance(Duration.ofMinutes(5));

        assertThatThrownBy(() -> throttle.check(STEP_UP, subject, () -> true))
                .isInstanceOfSatisfying(AppException.class, e -> {
                    assertThat(e.code()).isEqualTo(IdentityError.TOO_MANY_ATTEMPTS);
                    assertThat(e.facts()).containsEntry("retryAfterSeconds", 601L);
                });
    }

    @Test
    void forgetsFailuresAtThePasswordOnceItsOwnerHasShownToBeIt() {
        var address = new EmailAddress("A." + subject + "@Example.org");
        for (int number = 0; number < 10; number++) {
            throttle.judge(
                    PASSWORD,
                    Throttle.passwordSubject(" " + address.value().toUpperCase(java.util.Locale.ROOT)),
                    () -> false);
        }

        transaction.executeWithoutResult(status -> throttle.lift(address));

        assertThat(throttle.judge(PASSWORD, Throttle.passwordSubject(address.value()), () -> true))
                .isEqualTo(RIGHT);
    }

    @Test
    void refusesToCountWhereTheCountCouldBeUndone() {
        assertThatIllegalStateException().isThrownBy(() -> transaction.executeWithoutResult(status -> guess(false)));
    }

    @Test
    void boundsAnAddressThatTriesManyAccounts() {
        WorkContext there = from(anAddress());
        for (int number = 0; number < settings.addressFailures(); number++) {
            guessAtAnybody(there, false);
        }

        assertThatThrownBy(() -> guessAtAnybody(there, true))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(IdentityError.TOO_MANY_ATTEMPTS));
        assertThat(there.call(() -> throttle.judge(PASSWORD_ON_KNOWN_DEVICE, subject, () -> true)))
                .isEqualTo(RIGHT);
        assertThat(guessAtAnybody(from(anAddress()), true)).isEqualTo(RIGHT);
        assertThat(pauses).contains(Duration.ofSeconds(4)).first().isEqualTo(Duration.ZERO);
    }

    @Test
    void takesASixtyFourBitPrefixForOneAddress() {
        String prefix = "2001:db8:%x:%x".formatted(random(), random());
        for (int number = 0; number < settings.addressFailures(); number++) {
            guessAtAnybody(from("%s::%x".formatted(prefix, number)), false);
        }

        assertThatThrownBy(() -> guessAtAnybody(from(prefix + ":1:2:3:4"), true))
                .isInstanceOf(AppException.class);
        assertThat(Network.of("::ffff:192.0.2.1")).isEqualTo(Network.of("192.0.2.1"));
    }

    @Test
    void boundsTheMailsThatOneNetworkAsksFor() {
        var strict = new Throttle(
                store,
                key,
                new ThrottleSettings(10, LOCK, Duration.ofDays(1), 300, Duration.ofHours(1), 20),
                sessionClock,
                pauses::add,
                transaction);
        WorkContext there = from(anAddress());
        for (int number = 0; number < 20; number++) {
            askForMail(strict, there);
        }

        assertThatThrownBy(() -> askForMail(strict, there))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(IdentityError.TOO_MANY_ATTEMPTS));
        askForMail(strict, from(anAddress()));
        clock.advance(LOCK);
        askForMail(strict, there);
    }

    private static void askForMail(Throttle asked, WorkContext from) {
        from.call(() -> {
            asked.countMail();
            return asked;
        });
    }

    @Test
    void letsAnOfficeLogInFromOneAddress() {
        WorkContext office = from(anAddress());

        for (int number = 0; number < 2 * settings.addressFailures(); number++) {
            assertThat(guessAtAnybody(office, number % 3 > 0)).isNotEqualTo(LOCKED);
            clock.advance(Duration.ofSeconds(4));
        }
    }

    @Test
    void blamesTheAddressAloneForWhatItIsRefused() {
        WorkContext there = from(anAddress());
        for (int number = 0; number < settings.addressFailures(); number++) {
            guessAtAnybody(there, false);
        }
        for (int number = 0; number < 10; number++) {
            assertThatThrownBy(() -> there.call(() -> guess(false))).isInstanceOf(AppException.class);
        }

        assertThat(guess(true)).isEqualTo(RIGHT);
    }

    @Test
    void dropsCountsThatAreNothingAnyMore() {
        var sweep = new LogInSweep(store, devices, pending, settings, sessionClock, transaction);
        fail(1);
        byte[] counter = key.hmac(
                "failures at PASSWORD of %s".formatted(subject).getBytes(java.nio.charset.StandardCharsets.UTF_8));

        sweep.sweep();
        assertThat(transaction.<Boolean>execute(
                        status -> store.findLastCounted(counter).isPresent()))
                .isTrue();

        clock.advance(settings.memory().plusMillis(1));
        sweep.sweep();
        assertThat(transaction.<Boolean>execute(
                        status -> store.findLastCounted(counter).isPresent()))
                .isFalse();
    }

    private Throttle aNode() {
        return new Throttle(store, key, settings, sessionClock, pauses::add, transaction);
    }

    private Verdict guess(boolean right) {
        return throttle.judge(PASSWORD, subject, () -> right);
    }

    private Verdict guessAtAnybody(WorkContext from, boolean right) {
        return from.call(() -> throttle.judge(MFA_CODE, UUID.randomUUID().toString(), () -> right));
    }

    private void fail(int times) {
        Collections.nCopies(times, false).forEach(this::guess);
    }

    private static WorkContext from(String address) {
        return WorkContext.ofRequest(WorkContext.newTraceId(), address, null);
    }

    private static String anAddress() {
        return "10.%d.%d.%d".formatted(random() % 256, random() % 256, random() % 256);
    }

    private static int random() {
        return ThreadLocalRandom.current().nextInt(65_536);
    }

    private static List<Duration> millis(long... delays) {
        return java.util.Arrays.stream(delays).mapToObj(Duration::ofMillis).toList();
    }

    private static <T> List<T> together(int callers, java.util.function.IntFunction<T> work)
            throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(Stream.iterate(0, number -> number + 1)
                            .limit(callers)
                            .<Callable<T>>map(number -> () -> work.apply(number))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
