package io.claribi.identity;

import static io.claribi.identity.IdentityError.VERIFICATION_INVALID;

import io.claribi.egress.Mails;
import io.claribi.identity.mail.AddressMail;
import io.claribi.identity.mail.MailedProof;
import io.claribi.identity.mail.MailedProofs;
import io.claribi.kernel.AppException;
import io.claribi.secrets.Secret;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the links and codes that prove an address, and does what waited for them. */
@Component
public class EmailVerification {
    private final MailedProofs proofs;
    private final AddressProofs addressProofs;
    private final Throttle throttle;
    private final Mails mails;
    private final TransactionTemplate transaction;

    EmailVerification(
            MailedProofs proofs,
            AddressProofs addressProofs,
            Throttle throttle,
            Mails mails,
            TransactionTemplate transaction) {
        this.proofs = proofs;
        this.addressProofs = addressProofs;
        this.throttle = throttle;
        this.mails = mails;
        this.transaction = transaction;
    }

    /**
     * @param token from the link of a mail
     * @throws AppException VERIFICATION_INVALID, REGISTRATION_CLOSED
     */
    public void verify(Secret token) {
        settle(transaction.execute(status -> proofs.find(token)));
    }

    /**
     * @param code six digits from a mail to the address
     * @throws AppException VERIFICATION_INVALID, the same whether the address waits for a code or not,
     *     REGISTRATION_CLOSED or TOO_MANY_ATTEMPTS
     */
    public void verify(String email, Secret code) {
        EmailAddress address = EmailAddress.read(email).orElseThrow(EmailVerification::invalid);
        var found = new AtomicReference<Optional<MailedProof>>(Optional.empty());
        throttle.check(Guess.EMAIL_CODE, address.value().toLowerCase(Locale.ROOT), () -> {
            found.set(transaction.execute(status -> proofs.find(address, code)));
            return found.get().isPresent();
        });
        settle(found.get());
    }

    private void settle(Optional<MailedProof> proof) {
        if (proof.filter(addressProofs::settle).isEmpty()) {
            throw invalid();
        }
    }

    /**
     * Sends the mail once more, if the address waits for one; nobody is told whether it does.
     *
     * @throws AppException TOO_MANY_ATTEMPTS
     */
    public void resend(String email) {
        throttle.countMail();
        EmailAddress.read(email)
                .map(address -> AddressMail.order(address, AddressMail.Cause.RESEND, null))
                .ifPresent(order -> transaction.executeWithoutResult(status -> mails.send(order)));
    }

    private static AppException invalid() {
        return new AppException(
                VERIFICATION_INVALID,
                "This link or code doesn't confirm an address, or does no longer. Ask for a new mail.");
    }
}
