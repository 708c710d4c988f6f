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
    private final SessionUse use;
    private final SessionTimes times;
    private final TransactionTemplate transaction;

    LiveSessions(
            SessionStore store,
            SessionUse use,
            SessionTimes times,
            Invalidations invalidations,
            TransactionTemplate transaction) {
        this.store = store;
        this.use = use;
        this.times = times;
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
        return find(id).orElseThrow(() -> new AppException(SESSION_ENDED, "The session is over. Log in again."));
    }

    private Optional<Session> find(SessionId id) {
        Optional<Session> remembered = sessions.get(id);
        if (remembered.isEmpty() || remembered.filter(this::isAlive).isPresent()) {
            return remembered;
        }
        // Since this node read it, it may have been used on another.
        return sessions.getAnew(id).filter(this::isAlive);
    }

    private boolean isAlive(Session session) {
        return times.isAlive(use.latest(session));
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
