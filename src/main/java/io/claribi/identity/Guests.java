package io.claribi.identity;

import io.claribi.identity.LogIns.Granted;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.OrganizationId;
import io.claribi.secrets.Secret;
import io.claribi.tenancy.Organization;
import io.claribi.tenancy.OrganizationWork;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets in whom an organization has invited. They hold what was mailed to their address, which therefore counts as
 * confirmed. What makes them members is done in the same transaction; if it throws, nothing has happened.
 */
@Component
public class Guests {
    private final AccountStore store;
    private final Accounts accounts;
    private final PasswordLogIn passwords;
    private final Entrance entrance;
    private final Sessions sessions;
    private final OrganizationWork work;

    Guests(
            AccountStore store,
            Accounts accounts,
            PasswordLogIn passwords,
            Entrance entrance,
            Sessions sessions,
            OrganizationWork work) {
        this.store = store;
        this.accounts = accounts;
        this.passwords = passwords;
        this.entrance = entrance;
        this.sessions = sessions;
        this.work = work;
    }

    /**
     * Makes an account and begins a session in the organization.
     *
     * @return empty, and nothing has happened, if the address is an account's
     * @throws AppException INVALID_INPUT, a code of {@link PasswordRules} or PASSWORD_WORK_BUSY
     */
    public Optional<Granted> admit(
            Newcomer newcomer, Organization organization, Device device, Consumer<Account> join) {
        Applicant applicant = Applicant.of(
                newcomer.email().value(),
                newcomer.password(),
                newcomer.firstName(),
                newcomer.lastName(),
                organization.name());
        String hash = accounts.hash(applicant.password());
        var account =
                new Account(AccountId.next(), applicant.email(), applicant.firstName(), applicant.lastName(), true);
        Optional<Entrance.Entered> entered = work.call(organization.id(), () -> {
            if (!store.insert(account, hash)) {
                return Optional.empty();
            }
            join.accept(account);
            return Optional.of(entrance.begin(new Accounts.Entrant(account, organization.id()), device));
        });
        return entered.map(entrance::granted);
    }

    /**
     * Logs an account in to the organization. Who has a second factor is asked for its code once they belong to it.
     *
     * @throws AppException what {@link LogIns#logIn} throws but NO_ORGANIZATION
     */
    public LogIns.Outcome logIn(
            EmailAddress email, Secret password, OrganizationId organization, Device device, Consumer<Account> join) {
        Accounts.Entrant entrant = passwords.verify(email.value(), password, device, organization);
        work.run(organization, () -> {
            accounts.hold(entrant);
            confirmed(entrant.account(), join);
            sessions.expect(entrant.account().id(), organization);
        });
        return entrance.goOn(entrant, device);
    }

    /**
     * Takes the caller's session to the organization.
     *
     * @throws AppException SESSION_ENDED or SESSION_TOO_OLD
     */
    public LogIns.Access move(Caller caller, OrganizationId organization, Consumer<Account> join) {
        Account account = accounts.get(caller.account());
        return entrance.access(work.call(organization, () -> {
            confirmed(account, join);
            return sessions.move(caller.session(), organization, account);
        }));
    }

    private void confirmed(Account account, Consumer<Account> join) {
        join.accept(account);
        store.confirmEmail(account.id());
    }

    /** Whoever has been invited and has no account yet. */
    public record Newcomer(
            EmailAddress email,
            Secret password,
            @Nullable String firstName,
            @Nullable String lastName) {}
}
