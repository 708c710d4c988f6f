package io.claribi.identity.mail;

import static io.claribi.identity.mail.AddressMail.Cause.CHANGE;
import static io.claribi.identity.mail.AddressMail.Cause.REGISTRATION;

import io.claribi.egress.Letter;
import io.claribi.egress.MailComposer;
import io.claribi.egress.MailOrder;
import io.claribi.identity.Account;
import io.claribi.identity.Accounts;
import io.claribi.identity.EmailAddress;
import io.claribi.identity.mail.MailedProof.Purpose;
import io.claribi.kernel.AccountId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The mail to an address that somebody says is theirs. Ordered alike whoever's it is: only when it is written is looked
 * whether the address is to be confirmed, or its owner to be told, or nobody.
 */
@Component
public class AddressMail implements MailComposer {
    private static final String CAUSE = "cause";

    private final Accounts accounts;
    private final PendingRegistrations registrations;
    private final EmailChangeStore changes;
    private final MailedProofs proofs;
    private final AddressLetters letters;

    AddressMail(
            Accounts accounts,
            PendingRegistrations registrations,
            EmailChangeStore changes,
            MailedProofs proofs,
            AddressLetters letters) {
        this.accounts = accounts;
        this.registrations = registrations;
        this.changes = changes;
        this.proofs = proofs;
        this.letters = letters;
    }

    /** @param account who asks for the address; absent where anybody may ask */
    public static MailOrder order(EmailAddress email, Cause cause, @Nullable AccountId account) {
        return new MailOrder("address", email.value(), account, Map.of(CAUSE, cause.wireName()));
    }

    @Override
    public String kind() {
        return "address";
    }

    @Override
    public int mostAnHour() {
        return 5;
    }

    @Override
    public Optional<Letter> compose(MailOrder order) {
        var email = new EmailAddress(order.recipient());
        Cause cause = Cause.valueOf(order.fact(CAUSE).toUpperCase(Locale.ROOT));
        return accounts.find(email)
                .map(owner -> toOwner(owner, cause, order))
                .orElseGet(() -> cause == CHANGE ? toChanger(email, order.account()) : toStranger(email));
    }

    private Optional<Letter> toOwner(Account owner, Cause cause, MailOrder order) {
        if (cause == REGISTRATION) {
            return Optional.of(letters.alreadyRegistered());
        }
        if (cause == CHANGE && !owner.id().equals(order.account())) {
            return Optional.of(letters.wantedByAnother());
        }
        return toChanger(new EmailAddress(order.recipient()), owner.id())
                .or(() -> owner.emailVerified()
                        ? Optional.empty()
                        : Optional.of(
                                letters.confirm(mint(Purpose.ADDRESS, owner.id().value(), owner.email()))));
    }

    private Optional<Letter> toStranger(EmailAddress email) {
        Optional<PendingRegistration> registration = registrations.find(email);
        if (registration.isPresent()) {
            PendingRegistration pending = registration.get();
            return Optional.of(letters.finishRegistration(
                    mint(Purpose.REGISTRATION, pending.account().value(), pending.email())));
        }
        return changes.findLatest(email).flatMap(changer -> toChanger(email, changer));
    }

    private Optional<Letter> toChanger(EmailAddress email, @Nullable AccountId changer) {
        return Optional.ofNullable(changer)
                .filter(account -> changes.find(account).filter(email::isSameAs).isPresent())
                .map(account -> letters.change(mint(Purpose.ADDRESS, account.value(), email)));
    }

    private MailedProofs.Minted mint(Purpose purpose, UUID subject, EmailAddress email) {
        return proofs.mint(purpose, subject, email);
    }

    /** Why the mail was ordered. */
    public enum Cause {
        REGISTRATION,
        /** Somebody wants the mail once more. */
        RESEND,
        /** An account wants to have the address. */
        CHANGE;

        private String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
