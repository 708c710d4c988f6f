package io.claribi.identity;

import static io.claribi.identity.IdentityError.PASSWORD_WORK_BUSY;

import io.claribi.kernel.AppException;
import io.claribi.secrets.Secret;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import org.springframework.stereotype.Component;

/**
 * How long a password would withstand guessing, by nbvcxz: words, names, dates, keyboards, repetitions. Anybody may ask,
 * so it is bounded: one thread, a short queue, the first characters alone. Most passwords take 1 to 20 ms, the worst found
 * 300. The dictionaries, 20 MB, are read when somebody first asks.
 */
@Component
class PasswordStrength implements AutoCloseable {
    /** More characters only make it stronger, and the search dear. */
    private static final int LOOKED_AT = 32;
    /** How long nbvcxz may look for a better explanation of a password, in milliseconds; by its default, 500. */
    private static final long SEARCH_MILLIS = 20;

    private static final int QUEUE = 20;
    private static final int LONGEST_WAIT_SECONDS = 3;

    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            0,
            1,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().name("password-strength-", 0).daemon().factory());

    /**
     * @return 0 (guessed at once) to 4
     * @throws AppException PASSWORD_WORK_BUSY
     */
    int estimate(Secret password) {
        return password.use(text -> work(() ->
                Estimator.NBVCXZ.estimate(beginning(Passwords.normal(text))).getBasicScore()));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private static String beginning(String text) {
        return text.length() <= LOOKED_AT ? text : text.substring(0, LOOKED_AT);
    }

    private int work(Callable<Integer> task) {
        try {
            Future<Integer> running = worker.submit(task);
            try {
                return running.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                running.cancel(true);
                throw busy();
            }
        } catch (RejectedExecutionException e) {
            throw busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The strength of a password could not be told", e.getCause());
        }
    }

    private static AppException busy() {
        return new AppException(PASSWORD_WORK_BUSY, "Too many passwords are being looked at; try again in a moment.")
                .with("retryAfterSeconds", 2);
    }

    private static final class Estimator {
        static final Nbvcxz NBVCXZ = new Nbvcxz(new ConfigurationBuilder()
                .setDistanceCalc(false)
                .setCombinationAlgorithmTimeout(SEARCH_MILLIS)
                .createConfiguration());
    }
}
