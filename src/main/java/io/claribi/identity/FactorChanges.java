package io.claribi.identity;

import io.claribi.identity.MfaChanged.Change;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows when the second factors of an account change, whichever they are; all of it in the change's transaction. */
@Component
public class FactorChanges {
    private final Accounts accounts;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final MfaOffer offer;
    private final ApplicationEventPublisher events;

    FactorChanges(
            Accounts accounts,
            SecondFactors factors,
            Sessions sessions,
            MfaOffer offer,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
        this.offer = offer;
        this.events = events;
    }

    /**
     * @throws AppException what is said against a second factor in the caller's organization, such as
     *     PLAN_FEATURE_MISSING
     */
    public void checkMayEnrol(Caller caller) {
        offer.check(caller.organization());
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
