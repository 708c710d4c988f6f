package io.claribi.identity.mail;

import io.claribi.identity.NewPassword;
import io.claribi.identity.mail.MailedProof.Purpose;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * With a new password, what was asked for before is good for nothing any more: a link that lies about would undo the
 * change, and a new address may be a thief's.
 */
@Component
class StaleProofs {
    private final MailedProofs proofs;
    private final EmailChangeStore changes;

    StaleProofs(MailedProofs proofs, EmailChangeStore changes) {
        this.proofs = proofs;
        this.changes = changes;
    }

    @EventListener
    void on(NewPassword event) {
        UUID account = event.account().id().value();
        proofs.revoke(Purpose.PASSWORD_RESET, account);
        proofs.revoke(Purpose.ADDRESS, account);
        changes.delete(event.account().id());
    }
}
