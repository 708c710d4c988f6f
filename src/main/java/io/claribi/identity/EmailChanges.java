package io.claribi.identity;

import static io.claribi.http.HttpError.INVALID_INPUT;

import io.claribi.egress.Mails;
import io.claribi.identity.EmailChanged.Step;
import io.claribi.identity.mail.AddressMail;
import io.claribi.identity.mail.EmailChangeStore;
import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.FieldError;
import io.claribi.secrets.Secret;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The address of an account, and the one that it is to get. */
@Component
public class EmailChanges {
    private final Accounts accounts;
    private final AddressBook addresses;
    private final EmailChangeStore changes;
    private final StepUp stepUp;
    private final Mails mails;
    private final TransactionTemplate transaction;

    EmailChanges(
            Accounts accounts,
            AddressBook addresses,
            EmailChangeStore changes,
            StepUp stepUp,
            Mails mails,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.changes = changes;
        this.stepUp = stepUp;
        this.mails = mails;
        this.transaction = transaction;
    }

    /**
     * Makes an address the caller's once it is confirmed; at once where no mail goes out. Whether it is another
     * account's is told to that account's owner alone, by mail.
     *
     * @throws AppException INVALID_INPUT, and what {@link StepUp#check} throws
     */
    public void request(Caller caller, String email, Secret password, @Nullable Secret code) {
        Account account = accounts.get(caller.account());
        EmailAddress wanted = EmailAddress.read(email)
                .filter(address -> !address.value().equals(account.email().value()))
                .orElseThrow(() -> new AppException(
                        INVALID_INPUT,
                        "Some fields are not right.",
                        List.of(new FieldError("email", "is not an e-mail address, or the one that you have"))));
        stepUp.check(caller, password, code);
        transaction.executeWithoutResult(status -> {
            if (mails.deliversToPeople() || !addresses.change(account, wanted, false)) {
                changes.put(account.id(), wanted);
                addresses.tell(account, Step.REQUESTED, wanted);
                mails.send(AddressMail.order(wanted, AddressMail.Cause.CHANGE, account.id()));
            }
        });
    }

    /** The address that an account gets once it is confirmed. */
    public Optional<EmailAddress> findPending(AccountId account) {
        return transaction.execute(status -> changes.find(account));
    }
}
