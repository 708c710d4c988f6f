package io.claribi.identity;

import io.claribi.identity.mail.MailedProof;
import io.claribi.identity.mail.MailedProofs;
import io.claribi.identity.mail.PendingRegistration;
import io.claribi.identity.mail.PendingRegistrations;
import io.claribi.tenancy.OrganizationWork;
import io.claribi.tenancy.Organizations;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes accounts with an organization of their own: both or neither. */
@Component
class NewAccounts {
    private final AccountStore accounts;
    private final Organizations organizations;
    private final PendingRegistrations pending;
    private final MailedProofs proofs;
    private final ApplicationEventPublisher events;
    private final OrganizationWork work;

    NewAccounts(
            AccountStore accounts,
            Organizations organizations,
            PendingRegistrations pending,
            MailedProofs proofs,
            ApplicationEventPublisher events,
            OrganizationWork work) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.pending = pending;
        this.proofs = proofs;
        this.events = events;
        this.work = work;
    }

    /**
     * Makes the account without asking for a proof.
     *
     * @param atOnce what belongs to it, in the same transaction
     * @return what comes of that
     * @throws AddressTaken if the address is another account's
     */
    <R> R admit(PendingRegistration registration, Function<Account, R> atOnce) throws AddressTaken {
        return work.call(registration.organization(), () -> atOnce.apply(found(registration, false)));
    }

    /**
     * Does the same for an address that is taken, and undoes it: so that it takes the same time. What {@code atOnce}
     * returns names what never was.
     */
    <R> R pretend(PendingRegistration registration, Function<Account, R> atOnce) {
        var decoy = registration.with(new EmailAddress(registration.account().value() + "@decoy.invalid"));
        var undone = new Undone();
        try {
            admit(decoy, account -> {
                undone.result = atOnce.apply(account);
                throw undone;
            });
        } catch (Undone expected) {
            @SuppressWarnings("unchecked")
            R result = (R) Objects.requireNonNull(undone.result);
            return result;
        }
        throw new IllegalStateException("A pretended account was made");
    }

    /**
     * Makes the account whose address is proven.
     *
     * @return whether proof and registration were still good, and the address nobody else's
     */
    boolean confirm(PendingRegistration registration, MailedProof proof) {
        try {
            return work.call(registration.organization(), () -> {
                boolean good = proofs.use(proof) && pending.delete(registration);
                if (good) {
                    found(registration, true);
                }
                return good;
            });
        } catch (AddressTaken e) {
            return false;
        }
    }

    private Account found(PendingRegistration registration, boolean verified) {
        Account account = account(registration, verified);
        organizations.found(registration.organization(), registration.organizationName());
        if (!accounts.insert(account, registration.passwordHash())) {
            throw new AddressTaken();
        }
        accounts.insertAffiliation(account.id(), registration.organization());
        events.publishEvent(new OrganizationFounded(registration.organization(), account));
        return account;
    }

    static Account account(PendingRegistration registration, boolean verified) {
        return new Account(
                registration.account(),
                registration.email(),
                registration.firstName(),
                registration.lastName(),
                verified);
    }

    /** The address is another account's. */
    static final class AddressTaken extends RuntimeException {}

    private static final class Undone extends RuntimeException {
        private transient @Nullable Object result;
    }
}
