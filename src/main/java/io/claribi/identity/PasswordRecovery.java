package io.claribi.identity;

import static io.claribi.identity.IdentityError.RESET_TOKEN_INVALID;

import io.claribi.egress.Mails;
import io.claribi.identity.mail.MailedProof;
import io.claribi.identity.mail.MailedProof.Purpose;
import io.claribi.identity.mail.MailedProofs;
import io.claribi.identity.mail.ResetMail;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.secrets.Secret;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The way back in for who forgot the password. A second factor stays what it is. */
@Component
public class PasswordRecovery {
    private final AccountStore accounts;
    private final PasswordChanges passwords;
    private final Throttle throttle;
    private final MailedProofs proofs;
    private final Mails mails;
    private final TransactionTemplate transaction;

    PasswordRecovery(
            AccountStore accounts,
            PasswordChanges passwords,
            Throttle throttle,
            MailedProofs proofs,
            Mails mails,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.proofs = proofs;
        this.mails = mails;
        this.transaction = transaction;
    }

    /**
     * Has a link mailed to the address, if it is an account's; nobody is told whether it is.
     *
     * @throws AppException TOO_MANY_ATTEMPTS
     */
    public void begin(String email) {
        throttle.countMail();
        EmailAddress.read(email)
                .map(ResetMail::order)
                .ifPresent(order -> transaction.executeWithoutResult(status -> mails.send(order)));
    }

    /**
     * Sets a new password, ends all sessions and lifts a lock. A password that is refused leaves the link good.
     *
     * @param token from the link of a mail
     * @throws AppException RESET_TOKEN_INVALID, or what {@link PasswordChanges#reset} throws
     */
    public void finish(Secret token, Secret password) {
        Reset reset = transaction.execute(status -> find(token)).orElseThrow(PasswordRecovery::invalid);
        passwords.reset(reset.account().id(), reset.organization(), password, () -> {
            if (!proofs.use(reset.proof())) {
                throw invalid();
            }
            accounts.confirmEmail(reset.account().id());
            throttle.lift(reset.account().email());
        });
    }

    /** Whoever reads the mail of an address is the owner of the account that has it now. */
    private Optional<Reset> find(Secret token) {
        return proofs.find(token)
                .filter(proof -> proof.purpose() == Purpose.PASSWORD_RESET)
                .flatMap(proof -> accounts.find(new AccountId(proof.subject()))
                        .filter(account -> account.email().isSameAs(proof.email()))
                        .map(account -> new Reset(account, accounts.findLatestOrganization(account.id()), proof)));
    }

    private static AppException invalid() {
        return new AppException(
                RESET_TOKEN_INVALID, "This link is not good for a new password, or is no longer. Ask for a new one.");
    }

    private record Reset(Account account, Optional<OrganizationId> organization, MailedProof proof) {}
}
