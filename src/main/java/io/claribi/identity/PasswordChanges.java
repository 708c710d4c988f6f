package io.claribi.identity;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.OrganizationId;
import io.claribi.secrets.Secret;
import io.claribi.tenancy.Organization;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.tenancy.Organizations;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives accounts new passwords, and ends the sessions that were begun with the old one. */
@Component
public class PasswordChanges {
    private final Accounts accounts;
    private final Organizations organizations;
    private final StepUp stepUp;
    private final Sessions sessions;
    private final OrganizationWork work;
    private final ApplicationEventPublisher events;

    PasswordChanges(
            Accounts accounts,
            Organizations organizations,
            StepUp stepUp,
            Sessions sessions,
            OrganizationWork work,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.stepUp = stepUp;
        this.sessions = sessions;
        this.work = work;
        this.events = events;
    }

    /**
     * Changes the caller's password; the session in which they do goes on, all others end.
     *
     * @param current field {@code current} of the request, as {@code replacement} is {@code new}
     * @throws AppException what {@link StepUp#check} throws, or a code of {@link PasswordRules}
     */
    public void change(Caller caller, Secret current, Secret replacement, @Nullable Secret code) {
        stepUp.check(caller, current, code, "current");
        Account account = accounts.get(caller.account());
        check(account, replacement, organizations.get(), "new");
        String hash = accounts.hash(replacement);
        work.run(caller.organization(), () -> {
            accounts.setPassword(account.id(), hash);
            sessions.endOthers(account.id(), caller.session(), SessionEnd.PASSWORD_CHANGED);
            events.publishEvent(new PasswordChanged(account, false));
        });
    }

    /**
     * Gives an account a password whose owner has shown in another way to be it, and ends all of its sessions.
     *
     * @param organization one of the account's: its trail tells of it; absent if it belongs nowhere any more
     * @param andThen what belongs into the same transaction
     * @throws AppException a code of {@link PasswordRules} for the field {@code password}, or PASSWORD_WORK_BUSY
     */
    public void reset(AccountId id, Optional<OrganizationId> organization, Secret password, Runnable andThen) {
        Account account = accounts.get(id);
        Optional<String> name =
                organization.map(found -> work.call(found, organizations::get).name());
        PasswordRules.check(password, new PasswordOwner(Optional.of(account.email()), name), "password");
        String hash = accounts.hash(password);
        organization.ifPresentOrElse(
                found -> work.run(found, () -> renew(new PasswordChanged(account, true), hash, andThen)),
                () -> accounts.inTransaction(() -> renew(new PasswordChangedNowhere(account), hash, andThen)));
    }

    private void renew(NewPassword event, String hash, Runnable andThen) {
        AccountId id = event.account().id();
        accounts.setPassword(id, hash);
        sessions.endAll(id, SessionEnd.PASSWORD_RESET);
        andThen.run();
        events.publishEvent(event);
    }

    private static void check(Account account, Secret password, Organization organization, String field) {
        PasswordRules.check(password, PasswordOwner.of(account.email(), organization.name()), field);
    }
}
