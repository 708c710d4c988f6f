package io.claribi.identity;

import static io.claribi.identity.IdentityError.SESSION_ENDED;
import static io.claribi.identity.IdentityError.SESSION_TOO_OLD;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.SessionId;
import io.claribi.kernel.WorkContext;
import io.claribi.tenancy.OrganizationWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sessions: how they begin, go on by refresh tokens, and end. */
@Component
public class Sessions {
    /** Of one account at a time; log-ins of a program that forgets its tokens must not pile up. */
    static final int MOST = 100;

    private final SessionStore store;
    private final RefreshChain chain;
    private final LiveSessions live;
    private final SessionTimes times;
    private final SessionTrail trail;
    private final OrganizationWork work;

    Sessions(
            SessionStore store,
            RefreshChain chain,
            LiveSessions live,
            SessionTimes times,
            SessionTrail trail,
            OrganizationWork work) {
        this.store = store;
        this.chain = chain;
        this.live = live;
        this.times = times;
        this.trail = trail;
        this.work = work;
    }

    Grant logIn(Accounts.Entrant entrant) {
        return work.call(entrant.organization(), () -> {
            trail.loggedIn(entrant);
            return begin(entrant);
        });
    }

    /** Begins a session in the transaction of the moment. */
    Grant begin(Accounts.Entrant entrant) {
        Instant now = times.now();
        AccountId account = entrant.account().id();
        store.listOpen(account).stream()
                .skip(MOST - 1)
                .forEach(spare -> end(spare.session(), SessionEnd.TOO_MANY, null));
        var session =
                new Session(SessionId.next(), account, entrant.organization(), now, now, now, times.latestEnd(), null);
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
        Optional<Session> locked = store.findForUpdate(found.id()).filter(times::isAlive);
        if (locked.isEmpty()) {
            return Optional.empty();
        }
        Session session = locked.get();
        Optional<RefreshToken> successor = chain.follow(token, session.id());
        if (successor.isEmpty()) {
            end(session, SessionEnd.TOKEN_REUSED, session.account());
            return Optional.empty();
        }
        store.refreshed(session.id(), times.now(), WorkContext.current().isAttended());
        return successor.map(next -> new Grant(session, next));
    }

    /**
     * Takes a session to another organization of its account; the tokens of the former one are no good from now on.
     *
     * @throws AppException SESSION_TOO_OLD if the session is over by the rules that hold there
     */
    Session move(SessionId id, OrganizationId organization, Account account) {
        return work.call(organization, () -> {
            Session session = store.findForUpdate(id).orElseThrow(Sessions::ended);
            Session moved = session.in(organization);
            if (!times.isAlive(moved)) {
                throw new AppException(
                        SESSION_TOO_OLD, "This organization wants a newer session. Log out and in again, then change.");
            }
            store.move(id, organization, times.now());
            live.forget(id);
            trail.loggedIn(new Accounts.Entrant(account, organization));
            return moved;
        });
    }

    /** Makes all nodes look again at the account's sessions, because something about the account has changed. */
    void reread(AccountId account) {
        store.listOpen(account).forEach(open -> live.forget(open.session().id()));
    }

    /** Notes that somebody proved in it just now to be the account's owner. */
    @Transactional
    void confirm(SessionId session) {
        store.confirmed(session, times.now());
        live.forget(session);
    }

    /** Whether the session is not over, and somebody did so not longer ago than this. */
    boolean wasConfirmedWithin(Duration time, SessionId session) {
        return times.now().isBefore(live.get(session).confirmedAt().plus(time));
    }

    void logOut(Session session, Account account) {
        work.run(session.organization(), () -> {
            if (store.end(session.id(), times.now(), SessionEnd.LOGGED_OUT, account.id())) {
                trail.loggedOut(account);
            }
            live.forget(session.id());
        });
    }

    /** Makes the organization the one that the account's next log-in goes to, as part of the transaction around. */
    void expect(AccountId account, OrganizationId organization) {
        store.enter(account, organization, times.now());
    }

    /**
     * Ends all of an account's sessions, in whatever organization, as part of the transaction around. The caller has
     * changed the account's row before, so that nobody comes in meanwhile.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAll(AccountId account, SessionEnd reason) {
        end(account, session -> true, reason);
    }

    /** The same but for one session: the one in which somebody makes the change that ends the others. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endOthers(AccountId account, SessionId kept, SessionEnd reason) {
        end(account, session -> !session.id().equals(kept), reason);
    }

    /** The same for those in one organization. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endIn(OrganizationId organization, AccountId account, SessionEnd reason) {
        end(account, session -> session.organization().equals(organization), reason);
    }

    private void end(AccountId account, Predicate<Session> which, SessionEnd reason) {
        AccountId by = WorkContext.current().actor().orElse(account);
        store.listOpen(account).stream()
                .map(OpenSession::session)
                .filter(which)
                .forEach(session -> end(session, reason, by));
    }

    /** Ends a session, and tells the trail of its organization unless it was over by itself. */
    void end(Session session, SessionEnd reason, @Nullable AccountId by) {
        if (store.end(session.id(), times.now(), reason, by) && times.mayBeAlive(session)) {
            trail.revoked(session.organization(), new SessionRevoked(session.id(), session.account(), reason, by));
        }
        live.forget(session.id());
    }

    private static AppException ended() {
        return new AppException(SESSION_ENDED, "The session is over. Log in again.");
    }

    /** A session and the token that continues it. */
    record Grant(Session session, RefreshToken refreshToken) {}
}
