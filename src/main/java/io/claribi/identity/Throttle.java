package io.claribi.identity;

import static io.claribi.identity.IdentityError.TOO_MANY_ATTEMPTS;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.claribi.kernel.AppException;
import io.claribi.kernel.WorkContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down who guesses, and then stops them. A try is counted in PostgreSQL before it is judged, so that parallel ones
 * count on whatever node they are, and taken back when it succeeds. What was counted delays the next try, and locks the
 * subject for a while when it is too much.
 */
@Component
public class Throttle {
    private final FailureStore store;
    private final ServerKey key;
    private final ThrottleSettings settings;
    private final SessionClock clock;
    private final Pause pause;
    private final TransactionTemplate transaction;
    private final Turns turns = new Turns();

    Throttle(
            FailureStore store,
            ServerKey key,
            ThrottleSettings settings,
            SessionClock clock,
            Pause pause,
            TransactionTemplate transaction) {
        this.store = store;
        this.key = key;
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
        this.transaction = transaction;
    }

    /**
     * Judges one try, after the delay that earlier failures ask for (at most 4 seconds), in the thread that calls.
     *
     * @param subject what is guessed at, such as an account's id; any text
     * @param check whether the try is right; one that throws was not judged and does not count
     * @return what {@code check} says
     * @throws AppException TOO_MANY_ATTEMPTS if the subject or the client's address is locked, or PASSWORD_WORK_BUSY
     * @throws IllegalStateException if there is a transaction: the count must stay when the try is refused
     */
    public boolean check(Guess guess, String subject, BooleanSupplier check) {
        return switch (judge(guess, subject, check)) {
            case RIGHT -> true;
            case WRONG, WRONG_AND_LOCKED -> false;
            case LOCKED -> throw tooMany(guess, subject);
        };
    }

    /** As {@link #check}, but tells of a locked subject: for who must not let on that it is. */
    Verdict judge(Guess guess, String subject, BooleanSupplier check) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A try is counted outside the transaction that it is about");
        }
        byte[] counter = key(guess, subject);
        byte @Nullable [] address = guess.countsAgainstAddress() ? addressKey().orElse(null) : null;
        return turns.take(HexFormat.of().formatHex(counter), () -> judge(counter, address, check));
    }

    private Verdict judge(byte[] subject, byte @Nullable [] address, BooleanSupplier check) {
        Optional<Counted> counted = count(subject, address);
        return counted.isPresent() ? judge(counted.get(), subject, address, check) : Verdict.LOCKED;
    }

    private Verdict judge(Counted counted, byte[] subject, byte @Nullable [] address, BooleanSupplier check) {
        boolean judged = false;
        try {
            pause.take(counted.delay());
            boolean right = check.getAsBoolean();
            judged = true;
            if (right) {
                settle(subject, address, true);
                return Verdict.RIGHT;
            }
            return counted.locks() ? Verdict.WRONG_AND_LOCKED : Verdict.WRONG;
        } finally {
            if (!judged) {
                settle(subject, address, false);
            }
        }
    }

    /**
     * Counts the try; empty if the subject is locked. The address first, here and in {@link #settle}: two that wanted both
     * in another order would wait for each other.
     */
    private Optional<Counted> count(byte[] subject, byte @Nullable [] address) {
        Instant now = clock.now();
        return transaction.execute(status -> {
            Duration addressDelay = address == null ? Duration.ZERO : countAddress(address, now);
            Leniency leniency = settings.towardsSubject();
            return store.count(subject, leniency, now)
                    .map(failures ->
                            new Counted(longer(leniency.delay(failures), addressDelay), failures >= leniency.full()));
        });
    }

    private Duration countAddress(byte[] address, Instant now) {
        Leniency leniency = settings.towardsAddress();
        return store.count(address, leniency, now)
                .map(leniency::delay)
                .orElseThrow(() -> tooMany(address, leniency, now));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void settle(byte[] subject, byte @Nullable [] address, boolean right) {
        transaction.executeWithoutResult(status -> {
            if (address != null) {
                store.takeBack(address);
            }
            if (right) {
                store.forget(subject);
            } else {
                store.takeBack(subject);
            }
        });
    }

    /**
     * Counts a mail that somebody asks for who is not logged in, whoever it is for, against the network address that asks:
     * so that nobody floods the world's mailboxes from here.
     *
     * @throws AppException TOO_MANY_ATTEMPTS
     */
    void countMail() {
        WorkContext.current().ip().map(ip -> hash("MAIL", Network.of(ip))).ifPresent(address -> {
            Leniency leniency = settings.towardsMails();
            if (transaction
                    .execute(status -> store.count(address, leniency, clock.now()))
                    .isEmpty()) {
                throw new AppException(TOO_MANY_ATTEMPTS, "Your network asked for too many mails. Try again later.")
                        .with("retryAfterSeconds", leniency.lock().toSeconds());
            }
        });
    }

    /**
     * Forgets failures at a password whose owner has shown by other means to be it, such as a mailed link. Those at the
     * second factor stay: a mailbox is none.
     */
    public void lift(EmailAddress account) {
        store.forget(key(Guess.PASSWORD, passwordSubject(account.value())));
    }

    /** Forgets what was counted at the subject. */
    void forget(Guess guess, String subject) {
        store.forget(key(guess, subject));
    }

    /** What failures at the password of an address are counted under, whether it is an account's or not. */
    static String passwordSubject(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** What to tell whoever may know that the subject is locked. */
    AppException tooMany(Guess guess, String subject) {
        return transaction.execute(status -> tooMany(key(guess, subject), settings.towardsSubject(), clock.now()));
    }

    private AppException tooMany(byte[] counter, Leniency leniency, Instant now) {
        long seconds = store.findLastCounted(counter)
                .map(counted ->
                        Duration.between(now, counted.plus(leniency.lock())).toSeconds() + 1)
                .orElse(1L);
        return new AppException(
                        TOO_MANY_ATTEMPTS,
                        "There were too many failed attempts. Try again in %d minutes.".formatted((seconds + 59) / 60))
                .with("retryAfterSeconds", seconds);
    }

    private Optional<byte[]> addressKey() {
        return WorkContext.current().ip().map(ip -> hash("ADDRESS", Network.of(ip)));
    }

    private byte[] key(Guess guess, String subject) {
        return hash(guess.name(), subject);
    }

    /** No message that the key makes refresh tokens of can be like it: those have 32 bytes and no words. */
    private byte[] hash(String kind, String subject) {
        return key.hmac("failures at %s of %s".formatted(kind, subject).getBytes(UTF_8));
    }

    /**
     * @param delay to wait before the try is judged
     * @param locks whether it is the last one for now, unless it is right
     */
    private record Counted(Duration delay, boolean locks) {}

    enum Verdict {
        RIGHT,
        WRONG,
        /** Wrong, and no more tries are judged for now. */
        WRONG_AND_LOCKED,
        /** Not judged: there were too many failures. */
        LOCKED
    }
}
