package io.claribi.identity.mail;

import io.claribi.egress.Letter;
import io.claribi.http.WebLinks;
import org.springframework.stereotype.Component;

/** What mails about addresses say. */
@Component
class AddressLetters {
    private static final String NOT_YOU =
            "If this wasn't you, do nothing: without the code or the link nothing happens.";

    private final WebLinks links;

    AddressLetters(WebLinks links) {
        this.links = links;
    }

    /** Nothing that the registration gave stands in it: a stranger could have us mail their words to anybody. */
    Letter finishRegistration(MailedProofs.Minted proof) {
        return confirmed(
                Letter.about("Confirm your e-mail address")
                        .says(
                                "Somebody, probably you, registered at clariBI with this address. Enter this code to begin:"),
                proof);
    }

    Letter confirm(MailedProofs.Minted proof) {
        return confirmed(
                Letter.about("Confirm your e-mail address")
                        .says("Enter this code to confirm that this is the address of your clariBI account:"),
                proof);
    }

    Letter change(MailedProofs.Minted proof) {
        return confirmed(
                Letter.about("Confirm your new e-mail address")
                        .says("Enter this code to make this the address of your clariBI account:"),
                proof);
    }

    Letter alreadyRegistered() {
        return Letter.about("You already have an account")
                .says(
                        "Somebody tried to register at clariBI with this address. It has an account already, and nothing was changed.")
                .says(
                        "If it was you, log in. If you don't remember the password, choose “Forgot your password?” there.")
                .leads("Log in", links.to("/login"))
                .closes("If it wasn't you, there is nothing to do.");
    }

    Letter wantedByAnother() {
        return Letter.about("Your address was given for another account")
                .says(
                        "Somebody wanted to make this address that of another clariBI account. It belongs to yours, and nothing was changed.")
                .closes(
                        "If it was you, change the address of this account first. If it wasn't, there is nothing to do.");
    }

    private Letter confirmed(Letter letter, MailedProofs.Minted proof) {
        return letter.shows(proof.code())
                .leads("Confirm address", links.to("/verify#token=" + proof.token()))
                .closes("Code and link work once, for 10 minutes. " + NOT_YOU);
    }
}
