package io.claribi.identity;

import io.claribi.identity.EmailChanged.Step;
import io.claribi.identity.mail.EmailChangeStore;
import io.claribi.identity.mail.MailedProof;
import io.claribi.identity.mail.MailedProof.Purpose;
import io.claribi.identity.mail.MailedProofs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Which address is whose. All of it is part of the transaction around. */
@Component
class AddressBook {
    private final AccountStore store;
    private final EmailChangeStore changes;
    private final MailedProofs proofs;
    private final ApplicationEventPublisher events;

    AddressBook(AccountStore store, EmailChangeStore changes, MailedProofs proofs, ApplicationEventPublisher events) {
        this.store = store;
        this.changes = changes;
        this.proofs = proofs;
        this.events = events;
    }

    /** Takes a proof of an address for the account; tells whether proof and address were still good for it. */
    boolean confirm(Account account, MailedProof proof) {
        if (!proofs.use(proof)) {
            return false;
        }
        if (account.email().isSameAs(proof.email())
                && changes.find(account.id()).filter(proof.email()::isSameAs).isEmpty()) {
            store.confirmEmail(account.id());
            tell(account, Step.CONFIRMED, account.email());
            return true;
        }
        return changes.find(account.id()).filter(proof.email()::isSameAs).isPresent()
                && change(account, proof.email(), true);
    }

    /** Whether the address was not another's. Links that lie in the old mailbox are good for nothing any more. */
    boolean change(Account account, EmailAddress email, boolean verified) {
        if (!store.setEmail(account.id(), email, verified)) {
            return false;
        }
        changes.delete(account.id());
        proofs.revoke(Purpose.ADDRESS, account.id().value());
        proofs.revoke(Purpose.PASSWORD_RESET, account.id().value());
        tell(account, Step.CHANGED, email);
        return true;
    }

    void tell(Account account, Step step, EmailAddress email) {
        events.publishEvent(new EmailChanged(account, step, email));
    }
}
