package io.claribi.identity;

import io.claribi.identity.Throttle.Verdict;
import io.claribi.kernel.AuditableEvent;
import io.claribi.tenancy.OrganizationWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells of log-ins that failed: the trail of the organization that the account goes to, or else the log. What was not
 * judged, because of earlier failures, only the log: whoever floods a locked account must not fill a trail that nobody
 * can shorten. The failure that locked it says so.
 */
@Component
class LogInTrail {
    private static final Logger log = LoggerFactory.getLogger(LogInTrail.class);

    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final OrganizationWork work;

    LogInTrail(Accounts accounts, ApplicationEventPublisher events, OrganizationWork work) {
        this.accounts = accounts;
        this.events = events;
        this.work = work;
    }

    void passwordRefused(Account account, Verdict verdict) {
        tell(account, verdict, new LoginFailed(account, verdict == Verdict.WRONG_AND_LOCKED));
    }

    void codeRefused(Account account, Verdict verdict) {
        tell(account, verdict, new MfaFailed(account, verdict == Verdict.WRONG_AND_LOCKED));
    }

    void strangerRefused() {
        log.info("A log-in failed: no account has the address given");
    }

    private void tell(Account account, Verdict verdict, AuditableEvent event) {
        if (verdict == Verdict.LOCKED) {
            log.info(
                    "A log-in to {} was not judged: there were too many failures",
                    account.id().value());
        } else {
            accounts.findLatestOrganization(account)
                    .ifPresent(organization -> work.run(organization, () -> events.publishEvent(event)));
        }
    }
}
