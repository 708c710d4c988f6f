package io.claribi.identity;

import static io.claribi.identity.IdentityError.PASSWORD_WORK_BUSY;

import io.claribi.kernel.AppException;
import io.claribi.secrets.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (one lane; 19 MiB and two passes, OWASP's choice, unless set otherwise), a few at a time in the order of
 * arrival. The workers are platform threads: on virtual ones the hashes would hold every carrier, and all other requests
 * would wait for them; so the operating system shares the processors out.
 */
@Component
public class PasswordHasher implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;

    private final Argon2PasswordEncoder argon2;
    private final Workers workers;
    private final String nobody;

    PasswordHasher(IdentitySettings settings, Argon2Settings cost) {
        argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, cost.kibibytes(), cost.passes());
        nobody = hashOfNobody(cost);
        workers = new Workers(
                "password", settings.passwordWorkers(), settings.passwordQueue(), LONGEST_WAIT, PasswordHasher::busy);
    }

    /** Costs as much to compare with as any, and was made of no password: so that a start need not hash one. */
    static String hashOfNobody(Argon2Settings cost) {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(cost.kibibytes(), cost.passes(), LANES, random(SALT_BYTES), random(HASH_BYTES));
    }

    private static String random(int size) {
        var bytes = new byte[size];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * In PHC string format.
     *
     * @throws AppException PASSWORD_WORK_BUSY
     */
    String hash(Secret password) {
        return workers.call(() -> {
            String hash = password.use(text -> argon2.encode(Passwords.normal(text)));
            return hash == null ? "" : hash;
        });
    }

    /**
     * Whether the password is the hash's. Takes as long where there is no hash, so that the time doesn't tell.
     *
     * @throws AppException PASSWORD_WORK_BUSY
     */
    boolean matches(Secret password, @Nullable String hash) {
        return workers.call(() -> matchesHash(password, hash == null ? nobody : hash)) && hash != null;
    }

    /** Whether a hash costs less than new ones do. */
    boolean isWeak(String hash) {
        return argon2.upgradeEncoding(hash);
    }

    private boolean matchesHash(Secret password, String hash) {
        return password.use(text -> argon2.matches(Passwords.normal(text), hash));
    }

    @Override
    public void close() {
        workers.close();
    }

    /**
     * Does other work that weighs as much, in turn with the passwords.
     *
     * @throws AppException PASSWORD_WORK_BUSY
     */
    public <T> T inTurn(Callable<T> task) {
        return workers.call(task);
    }

    static AppException busy() {
        return new AppException(PASSWORD_WORK_BUSY, "Too many people are logging in just now; try again in a moment.")
                .with("retryAfterSeconds", 5);
    }
}
