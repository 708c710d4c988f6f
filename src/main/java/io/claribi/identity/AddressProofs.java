package io.claribi.identity;

import io.claribi.identity.mail.MailedProof;
import io.claribi.identity.mail.PendingRegistration;
import io.claribi.identity.mail.PendingRegistrations;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what has waited for the proof of an address. */
@Component
class AddressProofs {
    private final RegistrationRules rules;
    private final PendingRegistrations pending;
    private final NewAccounts newAccounts;
    private final AccountWork accounts;
    private final AddressBook addresses;
    private final TransactionTemplate transaction;

    AddressProofs(
            RegistrationRules rules,
            PendingRegistrations pending,
            NewAccounts newAccounts,
            AccountWork accounts,
            AddressBook addresses,
            TransactionTemplate transaction) {
        this.rules = rules;
        this.pending = pending;
        this.newAccounts = newAccounts;
        this.accounts = accounts;
        this.addresses = addresses;
        this.transaction = transaction;
    }

    /**
     * Whether the proof was still good for something. Who may register is judged anew: an operator may have closed
     * registration since the mail.
     *
     * @throws AppException REGISTRATION_CLOSED
     */
    boolean settle(MailedProof proof) {
        return switch (proof.purpose()) {
            case REGISTRATION -> finishRegistration(proof);
            case ADDRESS -> confirm(proof);
            case PASSWORD_RESET -> false;
        };
    }

    private boolean finishRegistration(MailedProof proof) {
        Optional<PendingRegistration> waiting =
                Objects.requireNonNull(transaction.execute(status -> pending.find(new AccountId(proof.subject()))));
        waiting.ifPresent(registration -> rules.check(registration.email(), null));
        return waiting.filter(registration -> newAccounts.confirm(registration, proof))
                .isPresent();
    }

    private boolean confirm(MailedProof proof) {
        return accounts.call(new AccountId(proof.subject()), account -> addresses.confirm(account, proof))
                .orElse(false);
    }
}
