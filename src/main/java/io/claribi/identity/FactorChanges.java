package io.claribi.identity;

import io.claribi.identity.MfaChanged.Change;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What follows when the second factors of an account change, whichever they are; all of it in the change's transaction. */
@Component
public class FactorChanges {
    private final Accounts accounts;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    FactorChanges(
            Accounts accounts,
            SecondFactors factors,
            Sessions sessions,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Whether members of the current organization may enrol a second factor.
     *
     * @throws AppException what whoever hears of {@link MfaEnrolling} objects, such as PLAN_FEATURE_MISSING
     */
    public void checkMayEnrol() {
        transaction.executeWithoutResult(status -> events.publishEvent(new MfaEnrolling()));
    }

    public boolean mayEnrol() {
        try {
            checkMayEnrol();
            return true;
        } catch (AppException e) {
            return false;
        }
    }

    /**
     * Keeps log-ins to the account out until the change is made: they see what it was before, or what it is after. Comes
     * before anything of the change, which also keeps two changes of one account apart.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(AccountId account) {
        accounts.lock(account);
    }

    /** Ends the caller's other sessions and tells whom it concerns. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void finish(Caller caller, Change change, String factor) {
        sessions.endOthers(caller.account(), caller.session(), SessionEnd.MFA_CHANGED);
        tell(caller.account(), change, factor);
    }

    /**
     * Takes all factors of somebody who lost them away, and ends all their sessions.
     *
     * @throws AppException MFA_NOT_ENABLED
     */
    @Transactional
    public void reset(AccountId account) {
        begin(account);
        if (factors.list(account).isEmpty()) {
            throw new AppException(MfaError.MFA_NOT_ENABLED, "This member has no second factor.");
        }
        factors.removeAll(account);
        sessions.endAll(account, SessionEnd.MFA_CHANGED);
        tell(account, Change.RESET, "all");
    }

    private void tell(AccountId account, Change change, String factor) {
        factors.forget(account);
        events.publishEvent(new MfaChanged(accounts.get(account), change, factor));
    }
}
