package io.claribi.identity.mfa;

import io.claribi.identity.PasswordHasher;
import io.claribi.identity.SecondFactor;
import io.claribi.kernel.AccountId;
import io.claribi.secrets.Secret;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ten codes to keep on paper, each good once, for when the other factor is lost. */
@Component
@Order(2)
class BackupCodes implements SecondFactor {
    static final String NAME = "backup_code";
    static final int COUNT = 10;

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Crockford's Base32: no letter that is taken for another one or for a digit. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int LENGTH = 10;
    private static final int SALT_BYTES = 16;

    private final BackupCodeStore store;
    private final PasswordHasher hasher;
    private final TransactionTemplate transaction;

    BackupCodes(BackupCodeStore store, PasswordHasher hasher, TransactionTemplate transaction) {
        this.store = store;
        this.hasher = hasher;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isSpare() {
        return true;
    }

    @Override
    public boolean isEnrolled(AccountId account) {
        return count(account) > 0;
    }

    @Override
    public Set<AccountId> enrolledAmong(Collection<AccountId> accounts) {
        return store.enrolledAmong(accounts);
    }

    /** How many are left. */
    int count(AccountId account) {
        return store.count(account);
    }

    @Override
    public boolean accepts(AccountId account, Secret code) {
        Optional<Secret> normal = normal(code);
        if (normal.isEmpty()) {
            return false;
        }
        Optional<byte[]> salt = transaction.execute(status -> store.findSalt(account));
        return salt.map(found -> hash(normal.get(), found))
                .filter(hash -> transaction.<Boolean>execute(status -> store.delete(account, hash)))
                .isPresent();
    }

    /**
     * Makes a batch. No transaction may be open: it takes ten hashes.
     *
     * @throws io.claribi.kernel.AppException PASSWORD_WORK_BUSY
     */
    Batch make() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        List<Secret> codes = Stream.generate(BackupCodes::random).limit(COUNT).toList();
        return new Batch(codes, codes.stream().map(code -> hash(code, salt)).toList(), salt);
    }

    /** Puts a batch in the place of the one before. */
    void replace(AccountId account, Batch batch) {
        store.deleteAll(account);
        batch.hashes().forEach(hash -> store.insert(account, hash, batch.salt()));
    }

    @Override
    public void remove(AccountId account) {
        store.deleteAll(account);
    }

    /** In turn with the passwords: it takes as much. */
    private byte[] hash(Secret code, byte[] salt) {
        return hasher.inTurn(() -> SlowHash.of(code, salt));
    }

    private static Secret random() {
        return Secret.of(IntStream.generate(() -> RANDOM.nextInt(ALPHABET.length()))
                .limit(LENGTH)
                .collect(
                        StringBuilder::new,
                        (code, letter) -> code.append(ALPHABET.charAt(letter)),
                        StringBuilder::append)
                .toString());
    }

    /** The code however it was typed; empty if it can't be one. */
    private static Optional<Secret> normal(Secret typed) {
        return typed.use(text -> {
            String code = text.toLowerCase(Locale.ROOT)
                    .replaceAll("[\\s-]", "")
                    .replace('o', '0')
                    .replaceAll("[il]", "1");
            return code.matches("[" + ALPHABET + "]{" + LENGTH + "}") ? Optional.of(Secret.of(code)) : Optional.empty();
        });
    }

    /** New codes, and what is kept of them. */
    record Batch(List<Secret> codes, List<byte[]> hashes, byte[] salt) {

        /** As they are shown, this once: in two groups of five. */
        List<Secret> toShow() {
            int half = LENGTH / 2;
            return codes.stream()
                    .map(code -> code.use(text -> Secret.of(text.substring(0, half) + "-" + text.substring(half))))
                    .toList();
        }
    }
}
