package io.claribi.identity;

import static io.claribi.identity.IdentityError.EMAIL_TAKEN;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Organization;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.tenancy.Organizations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes an account and its organization, and lets the founder in: all of it or nothing. */
@Component
class Registration {
    private final AccountStore accounts;
    private final Organizations organizations;
    private final Sessions sessions;
    private final PasswordHasher hasher;
    private final ApplicationEventPublisher events;
    private final OrganizationWork work;

    Registration(
            AccountStore accounts,
            Organizations organizations,
            Sessions sessions,
            PasswordHasher hasher,
            ApplicationEventPublisher events,
            OrganizationWork work) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.sessions = sessions;
        this.hasher = hasher;
        this.events = events;
        this.work = work;
    }

    /**
     * @throws AppException EMAIL_TAKEN or PASSWORD_WORK_BUSY
     */
    Registered register(Applicant applicant) {
        String hash = hasher.hash(applicant.password());
        var account = new Account(AccountId.next(), applicant.email(), applicant.firstName(), applicant.lastName());
        OrganizationId id = OrganizationId.next();
        return work.call(id, () -> {
            Organization organization = organizations.found(id, applicant.organizationName());
            if (!accounts.insert(account, hash)) {
                throw new AppException(EMAIL_TAKEN, "There is an account with this e-mail address. Log in instead.");
            }
            accounts.insertAffiliation(account.id(), id);
            events.publishEvent(new OrganizationFounded(id, account));
            return new Registered(account, organization, sessions.begin(new Accounts.Entrant(account, id)));
        });
    }

    record Registered(Account account, Organization organization, Sessions.Grant grant) {}
}
