package io.claribi.identity;

import static io.claribi.identity.IdentityError.SESSION_NOT_FOUND;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.kernel.SessionId;
import io.claribi.kernel.WorkContext;
import io.claribi.tenancy.OrganizationWork;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sessions of an account that are not over, for its owner, wherever they are, and for the administrators of one
 * organization, there. At most a hundred.
 */
@Component
public class OpenSessions {
    private final SessionStore store;
    private final SessionTimes times;
    private final Sessions sessions;
    private final OrganizationWork work;
    private final TransactionTemplate transaction;

    OpenSessions(
            SessionStore store,
            SessionTimes times,
            Sessions sessions,
            OrganizationWork work,
            TransactionTemplate transaction) {
        this.store = store;
        this.times = times;
        this.sessions = sessions;
        this.work = work;
        this.transaction = transaction;
    }

    /**
     * The account's sessions in all its organizations, the latest used first.
     *
     * @throws IllegalStateException if an organization is bound
     */
    public List<OpenSession> list(AccountId account) {
        return list(account, session -> true);
    }

    /** Those in one organization. */
    public List<OpenSession> list(AccountId account, OrganizationId organization) {
        return list(account, session -> session.organization().equals(organization));
    }

    /**
     * Ends one of the account's sessions.
     *
     * @throws AppException SESSION_NOT_FOUND, also if it is another account's
     */
    public void revoke(AccountId account, SessionId id) {
        OpenSession found = list(account).stream()
                .filter(open -> open.session().id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new AppException(SESSION_NOT_FOUND, "You have no session %s.".formatted(id.value())));
        end(found, SessionEnd.REVOKED);
    }

    /** Ends all of the account's sessions but one. */
    public void revokeOthers(AccountId account, SessionId kept) {
        list(account, session -> !session.id().equals(kept)).forEach(open -> end(open, SessionEnd.REVOKED));
    }

    /** Ends the account's sessions in one organization, but for one: the session in which an administrator does it. */
    public void revokeAsAdministrator(AccountId account, OrganizationId organization, SessionId kept) {
        list(
                        account,
                        session -> session.organization().equals(organization)
                                && !session.id().equals(kept))
                .forEach(open -> end(open, SessionEnd.REVOKED_BY_ADMINISTRATOR));
    }

    private List<OpenSession> list(AccountId account, Predicate<Session> which) {
        List<OpenSession> open = transaction.execute(status -> store.listOpen(account));
        return open.stream()
                .filter(one -> which.test(one.session()) && times.isAlive(one.session()))
                .toList();
    }

    private void end(OpenSession open, SessionEnd reason) {
        work.run(
                open.session().organization(),
                () -> sessions.end(
                        open.session(), reason, WorkContext.current().actor().orElse(null)));
    }
}
