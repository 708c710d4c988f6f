package io.claribi.identity;

import io.claribi.egress.Mails;
import io.claribi.identity.NewAccounts.AddressTaken;
import io.claribi.identity.mail.AddressMail;
import io.claribi.identity.mail.PendingRegistration;
import io.claribi.identity.mail.PendingRegistrations;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.tenancy.Organization;
import io.claribi.tenancy.Organizations;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes registrations. Whether an address has an account already is told to its owner alone, by mail: the answer is the
 * same, and so is the work before it.
 */
@Component
class Registration {
    private final NewAccounts newAccounts;
    private final Accounts accounts;
    private final Organizations organizations;
    private final PendingRegistrations pending;
    private final Throttle throttle;
    private final Mails mails;
    private final TransactionTemplate transaction;

    Registration(
            NewAccounts newAccounts,
            Accounts accounts,
            Organizations organizations,
            PendingRegistrations pending,
            Throttle throttle,
            Mails mails,
            TransactionTemplate transaction) {
        this.newAccounts = newAccounts;
        this.accounts = accounts;
        this.organizations = organizations;
        this.pending = pending;
        this.throttle = throttle;
        this.mails = mails;
        this.transaction = transaction;
    }

    /**
     * @param welcome what lets somebody in, where no address has to be confirmed first
     * @throws AppException TOO_MANY_ATTEMPTS or PASSWORD_WORK_BUSY
     */
    <W> Registered<W> register(Applicant applicant, Function<Accounts.Entrant, W> welcome) {
        boolean confirmed = mails.deliversToPeople();
        if (confirmed) {
            throttle.countMail();
        }
        var application = new PendingRegistration(
                AccountId.next(),
                OrganizationId.next(),
                applicant.email(),
                accounts.hash(applicant.password()),
                applicant.firstName(),
                applicant.lastName(),
                applicant.organizationName());
        W welcomed = confirmed ? confirmLater(application) : admit(application, welcome);
        return new Registered<>(
                NewAccounts.account(application, false),
                organizations.draft(application.organization(), application.organizationName()),
                welcomed);
    }

    /** The account comes into being when its address is confirmed. */
    private <W> @Nullable W confirmLater(PendingRegistration application) {
        transaction.executeWithoutResult(status -> {
            pending.put(application);
            mails.send(AddressMail.order(application.email(), AddressMail.Cause.REGISTRATION, null));
        });
        return null;
    }

    /** Whoever tries the session of a taken address finds it over: without mail, no more can be hidden. */
    private <W> W admit(PendingRegistration application, Function<Accounts.Entrant, W> welcome) {
        Function<Account, W> atOnce =
                account -> welcome.apply(new Accounts.Entrant(account, application.organization()));
        try {
            if (accounts.find(application.email()).isEmpty()) {
                return newAccounts.admit(application, atOnce);
            }
        } catch (AddressTaken e) {
            // Somebody was quicker.
        }
        W pretended = newAccounts.pretend(application, atOnce);
        transaction.executeWithoutResult(
                status -> mails.send(AddressMail.order(application.email(), AddressMail.Cause.REGISTRATION, null)));
        return pretended;
    }

    /**
     * @param welcomed absent as long as the address is to be confirmed
     */
    record Registered<W>(
            Account account,
            Organization organization,
            @Nullable W welcomed) {}
}
