package io.claribi.identity;

import io.claribi.tenancy.OrganizationWork;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets accounts in again that failures have locked. */
@Component
public class Lockouts {
    private final AccountStore accounts;
    private final Throttle throttle;
    private final KnownDevices devices;
    private final ApplicationEventPublisher events;
    private final OrganizationWork work;
    private final TransactionTemplate transaction;

    Lockouts(
            AccountStore accounts,
            Throttle throttle,
            KnownDevices devices,
            ApplicationEventPublisher events,
            OrganizationWork work,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.devices = devices;
        this.events = events;
        this.work = work;
        this.transaction = transaction;
    }

    /**
     * Forgets all failures at the account, from whatever device, and tells the trail of the organization that it goes to.
     *
     * @return whether there is such an account
     */
    public boolean unlock(EmailAddress email) {
        var account = transaction.execute(status -> accounts.find(email));
        account.ifPresent(this::unlock);
        return account.isPresent();
    }

    private void unlock(Account account) {
        transaction
                .execute(status -> accounts.findLatestOrganization(account.id()))
                .ifPresentOrElse(
                        organization -> work.run(organization, () -> {
                            forget(account);
                            events.publishEvent(new AccountUnlocked(account));
                        }),
                        () -> transaction.executeWithoutResult(status -> forget(account)));
    }

    private void forget(Account account) {
        String id = account.id().value().toString();
        throttle.lift(account.email());
        throttle.forget(
                Guess.EMAIL_CODE, Throttle.passwordSubject(account.email().value()));
        throttle.forget(Guess.MFA_CODE, id);
        throttle.forget(Guess.STEP_UP, id);
        for (String subject : devices.subjects(account.id())) {
            throttle.forget(Guess.PASSWORD_ON_KNOWN_DEVICE, subject);
            throttle.forget(Guess.MFA_CODE_ON_KNOWN_DEVICE, subject);
        }
    }
}
