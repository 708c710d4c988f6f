package io.claribi.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.claribi.kernel.SessionId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When sessions were last used. It is written once a minute at most, so that a request costs no write; a session is
 * therefore over up to a minute before its idle timeout, never after.
 */
@Component
class SessionUse {
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final SessionStore store;
    private final SessionClock clock;
    private final TransactionTemplate transaction;
    /** Longer than sessions are remembered: a use must not be forgotten before the session that was read without it. */
    private final Cache<SessionId, Instant> written = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(15))
            .build();

    SessionUse(SessionStore store, SessionClock clock, TransactionTemplate transaction) {
        this.store = store;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The session as of the last use that this node knows of. */
    Session latest(Session session) {
        Instant use = written.getIfPresent(session.id());
        return use == null || use.isBefore(session.lastUsedAt()) ? session : session.usedAt(use);
    }

    /** Notes that a person does something in it now. */
    void note(Session session) {
        Instant now = clock.now();
        if (now.isBefore(latest(session).lastUsedAt().plus(GRAIN))) {
            return;
        }
        // First, so that the other requests of this moment don't write too.
        written.put(session.id(), now);
        transaction.executeWithoutResult(status -> store.used(session.id(), now));
    }
}
