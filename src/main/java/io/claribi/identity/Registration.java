package io.claribi.identity;

import static io.claribi.identity.IdentityError.REGISTRATION_ADDRESS_TAKEN;

import io.claribi.egress.Mails;
import io.claribi.identity.NewAccounts.AddressTaken;
import io.claribi.identity.mail.AddressMail;
import io.claribi.identity.mail.PendingRegistration;
import io.claribi.identity.mail.PendingRegistrations;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.secrets.Secret;
import io.claribi.tenancy.Organization;
import io.claribi.tenancy.Organizations;
import java.util.Optional;
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
    private final RegistrationRules rules;
    private final SetupLinks links;
    private final NewAccounts newAccounts;
    private final Accounts accounts;
    private final Organizations organizations;
    private final PendingRegistrations pending;
    private final Throttle throttle;
    private final Mails mails;
    private final TransactionTemplate transaction;

    Registration(
            RegistrationRules rules,
            SetupLinks links,
            NewAccounts newAccounts,
            Accounts accounts,
            Organizations organizations,
            PendingRegistrations pending,
            Throttle throttle,
            Mails mails,
            TransactionTemplate transaction) {
        this.rules = rules;
        this.links = links;
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
     * @param setupToken of the link that lets one register where nobody can
     * @throws AppException REGISTRATION_CLOSED, TOO_MANY_ATTEMPTS or PASSWORD_WORK_BUSY
     */
    <W> Registered<W> register(
            Applicant applicant, @Nullable Secret setupToken, Function<Accounts.Entrant, W> welcome) {
        Optional<OpaqueToken> setUp = rules.check(applicant.email(), setupToken);
        boolean confirmed = mails.deliversToPeople() && setUp.isEmpty();
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
        W welcomed = setUp.isPresent()
                ? admitFirst(application, setUp.get(), welcome)
                : confirmed ? confirmLater(application) : admit(application, welcome);
        return new Registered<>(
                NewAccounts.account(application, false),
                organizations.draft(application.organization(), application.organizationName()),
                welcomed);
    }

    /** Whoever holds the link runs the server: nothing is hidden from them, and they needn't wait for a mail. */
    private <W> W admitFirst(PendingRegistration application, OpaqueToken link, Function<Accounts.Entrant, W> welcome) {
        try {
            return newAccounts.admit(application, account -> {
                if (!links.use(link)) {
                    throw RegistrationRules.closed();
                }
                return welcome.apply(new Accounts.Entrant(account, application.organization()));
            });
        } catch (AddressTaken e) {
            throw new AppException(
                    REGISTRATION_ADDRESS_TAKEN, "This address has an account already. Give another one.");
        }
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
