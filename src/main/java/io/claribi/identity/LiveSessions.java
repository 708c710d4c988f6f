package io.claribi.identity;

import static io.claribi.identity.IdentityError.SESSION_ENDED;

import io.claribi.kernel.AppException;
import io.claribi.kernel.SessionId;
import io.claribi.tenancy.Invalidations;
import io.claribi.tenancy.WatchedCache;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The sessions that requests come with, looked up at each of them, and remembered until something happens to them. */
@Component
class LiveSessions {
    private final WatchedCache<SessionId, Optional<Session>> sessions;
    private final SessionStore store;
    private final SessionClock clock;
    private final TransactionTemplate transaction;

    LiveSessions(SessionStore store, Invalidations invalidations, SessionClock clock, TransactionTemplate transaction) {
        this.store = store;
        this.clock = clock;
        this.transaction = transaction;
        sessions = invalidations.cache(
                "session", id -> id.value().toString(), id -> transaction.execute(status -> store.find(id)));
    }

    /**
     * The session, if it is not over at this moment.
     *
     * @throws AppException SESSION_ENDED
     */
    Session get(SessionId id) {
        return sessions.get(id)
                .filter(session -> clock.now().isBefore(session.expiresAt()))
                .orElseThrow(() -> new AppException(SESSION_ENDED, "The session is over. Log in again."));
    }

    /** The session that a refresh token belongs to, if it was not ended. */
    Optional<Session> find(RefreshToken token) {
        return transaction.execute(status -> store.findByToken(token));
    }

    /** Makes every node look again, as of the transaction's end. */
    void forget(SessionId id) {
        sessions.invalidate(id);
    }
}
