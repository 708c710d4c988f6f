package io.claribi.identity;

import static io.claribi.identity.IdentityError.MFA_TOKEN_INVALID;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.WorkContext;
import io.claribi.secrets.Secret;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Log-ins whose password was right and whose second factor is awaited. The token of one is good for that and nothing
 * else: for five minutes, for five tries, for the client that it was given to, and once.
 */
@Component
class PendingLogIns {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST_TRIES = 5;

    private final PendingLogInStore store;
    private final ServerKey key;
    private final SessionClock clock;
    private final TransactionTemplate transaction;

    PendingLogIns(PendingLogInStore store, ServerKey key, SessionClock clock, TransactionTemplate transaction) {
        this.store = store;
        this.key = key;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * The token to go on with.
     *
     * @param first what belongs into the same transaction; if it throws, the log-in does not begin
     */
    Secret begin(AccountId account, Device device, Runnable first) {
        OpaqueToken token = OpaqueToken.random();
        transaction.executeWithoutResult(status -> {
            first.run();
            store.insert(token.hash(), account, client(device), clock.now().plus(LIFE));
        });
        return token.value();
    }

    /**
     * Whose it is; no try is counted.
     *
     * @throws AppException MFA_TOKEN_INVALID
     */
    AccountId get(Secret token, Device device) {
        Optional<AccountId> account = OpaqueToken.read(token)
                .flatMap(read -> transaction.execute(
                        status -> store.find(read.hash(), client(device), MOST_TRIES, clock.now())));
        return account.orElseThrow(PendingLogIns::invalid);
    }

    /**
     * Counts a try, before it is known whether it is right.
     *
     * @throws AppException MFA_TOKEN_INVALID
     */
    AccountId tryOnce(Secret token, Device device) {
        Optional<AccountId> account = OpaqueToken.read(token)
                .flatMap(read -> transaction.execute(
                        status -> store.countTry(read.hash(), client(device), MOST_TRIES, clock.now())));
        return account.orElseThrow(PendingLogIns::invalid);
    }

    /**
     * Ends it, in the transaction of the log-in that it becomes.
     *
     * @throws AppException MFA_TOKEN_INVALID if another one did
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Secret token) {
        if (!OpaqueToken.read(token)
                .map(OpaqueToken::hash)
                .filter(store::delete)
                .isPresent()) {
            throw invalid();
        }
    }

    /** A log-in that was begun with other factors must begin again. */
    @EventListener
    void endAll(MfaChanged event) {
        store.deleteAll(event.account().id());
    }

    /** And so must one that was begun with another password. */
    @EventListener
    void endAll(NewPassword event) {
        store.deleteAll(event.account().id());
    }

    static AppException invalid() {
        return new AppException(MFA_TOKEN_INVALID, "This log-in is over. Begin again with your password.");
    }

    /** The device cookie if there is one, and the name. Not the address: a phone changes it between two rooms. */
    private byte[] client(Device device) {
        String cookie = Optional.ofNullable(device.cookie())
                .flatMap(OpaqueToken::read)
                .map(token -> HexFormat.of().formatHex(token.hash()))
                .orElse("");
        String name = WorkContext.current().userAgent().orElse("");
        return key.hmac(
                "the client %s with the cookie %s".formatted(name, cookie).getBytes(UTF_8));
    }
}
