package io.claribi.identity;

import static io.claribi.identity.IdentityError.PASSWORD_WORK_BUSY;

import io.claribi.kernel.AppException;
import io.claribi.secrets.Secret;
import java.time.Duration;
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
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final Workers worker = new Workers("password-strength", 1, QUEUE, LONGEST_WAIT, PasswordStrength::busy);

    /**
     * @return 0 (guessed at once) to 4
     * @throws AppException PASSWORD_WORK_BUSY
     */
    int estimate(Secret password) {
        return password.use(text -> worker.call(() ->
                Estimator.NBVCXZ.estimate(beginning(Passwords.normal(text))).getBasicScore()));
    }

    @Override
    public void close() {
        worker.close();
    }

    private static String beginning(String text) {
        return text.length() <= LOOKED_AT ? text : text.substring(0, LOOKED_AT);
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
