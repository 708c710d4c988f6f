package io.claribi.identity.mail;

import io.claribi.egress.Letter;
import io.claribi.egress.MailComposer;
import io.claribi.egress.MailOrder;
import io.claribi.http.WebLinks;
import io.claribi.identity.Account;
import io.claribi.identity.Accounts;
import io.claribi.identity.EmailAddress;
import io.claribi.identity.mail.MailedProof.Purpose;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way back in for who forgot the password. Ordered for any address, written for those of accounts. */
@Component
public class ResetMail implements MailComposer {
    private final Accounts accounts;
    private final MailedProofs proofs;
    private final WebLinks links;

    ResetMail(Accounts accounts, MailedProofs proofs, WebLinks links) {
        this.accounts = accounts;
        this.proofs = proofs;
        this.links = links;
    }

    public static MailOrder order(EmailAddress email) {
        return new MailOrder("password_reset", email.value(), null, Map.of());
    }

    @Override
    public String kind() {
        return "password_reset";
    }

    @Override
    public int mostAnHour() {
        return 5;
    }

    @Override
    public Optional<Letter> compose(MailOrder order) {
        return accounts.find(new EmailAddress(order.recipient())).map(this::letter);
    }

    private Letter letter(Account account) {
        MailedProofs.Minted proof =
                proofs.mint(Purpose.PASSWORD_RESET, account.id().value(), account.email());
        return Letter.about("Reset your password")
                .says("Somebody, probably you, asked for a new password for the clariBI account of this address.")
                .leads("Choose a new password", links.to("/reset#token=" + proof.token()))
                .closes(
                        "The link works once, for an hour, and ends all sessions. If it wasn't you, do nothing: your password stays as it is.");
    }
}
