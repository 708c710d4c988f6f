package io.claribi.identity;

import static io.claribi.identity.IdentityError.SESSION_ENDED;

import io.claribi.kernel.AppException;
import io.claribi.kernel.SessionId;
import io.claribi.kernel.WorkContext;
import io.claribi.tenancy.OrganizationWork;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sessions: how they begin, go on by refresh tokens, and end. */
@Component
class Sessions {
    private final SessionStore store;
    private final RefreshChain chain;
    private final LiveSessions live;
    private final ApplicationEventPublisher events;
    private final OrganizationWork work;
    private final SessionClock clock;

    Sessions(
            SessionStore store,
            RefreshChain chain,
            LiveSessions live,
            ApplicationEventPublisher events,
            OrganizationWork work,
            SessionClock clock) {
        this.store = store;
        this.chain = chain;
        this.live = live;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    Grant logIn(Accounts.Entrant entrant) {
        return work.call(entrant.organization(), () -> {
            events.publishEvent(new LoggedIn(entrant.account(), entrant.factor()));
            return begin(entrant);
        });
    }

    /** Begins a session in the transaction of the moment. */
    Grant begin(Accounts.Entrant entrant) {
        Instant now = clock.now();
        var session =
                new Session(SessionId.next(), entrant.account().id(), entrant.organization(), now, now, clock.end(now));
        store.insert(session, WorkContext.current());
        return new Grant(session, chain.begin(session.id()));
    }

    /**
     * Continues a session.
     *
     * @throws AppException SESSION_ENDED, also for a token that was used before: then the session is over for whoever
     *     holds a token of it, since one of them is a thief
     */
    Grant refresh(RefreshToken token) {
        Session session = live.find(token).orElseThrow(Sessions::ended);
        return work.call(session.organization(), () -> follow(token, session)).orElseThrow(Sessions::ended);
    }

    private Optional<Grant> follow(RefreshToken token, Session found) {
        Optional<Session> locked = store.findForUpdate(found.id()).filter(clock::isAlive);
        if (locked.isEmpty()) {
            return Optional.empty();
        }
        Session session = locked.get();
        Optional<RefreshToken> successor = chain.follow(token, session.id());
        if (successor.isEmpty()) {
            end(session, "refresh token used twice");
            events.publishEvent(new SessionRevoked(session, "refresh token used twice"));
            return Optional.empty();
        }
        store.refreshed(session.id(), clock.now());
        return successor.map(next -> new Grant(session, next));
    }

    void logOut(Session session, Account account) {
        work.run(session.organization(), () -> {
            if (end(session, "logged out")) {
                events.publishEvent(new LoggedOut(account));
            }
        });
    }

    private boolean end(Session session, String reason) {
        boolean ended = store.end(session.id(), clock.now(), reason);
        live.forget(session.id());
        return ended;
    }

    private static AppException ended() {
        return new AppException(SESSION_ENDED, "The session is over. Log in again.");
    }

    /** A session and the token that continues it. */
    record Grant(Session session, RefreshToken refreshToken) {}
}
