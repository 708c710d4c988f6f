package io.claribi.access.invitations;

import io.claribi.egress.Mails;
import io.claribi.kernel.Caller;
import org.springframework.stereotype.Component;

/** Links of invitations, and the mails that bring them; as part of the transaction around. */
@Component
class InvitationPost {
    private final InvitationLinks links;
    private final Mails mails;

    InvitationPost(InvitationLinks links, Mails mails) {
        this.links = links;
        this.mails = mails;
    }

    /** Whether a mail was ordered, rather than one too many. */
    boolean sendFirst(Invitation invitation, Caller caller) {
        links.insert(invitation.id(), caller.organization());
        return mails.send(InvitationMail.order(invitation, caller.account()));
    }

    boolean sendAnew(Invitation invitation, Caller caller) {
        links.forgetToken(invitation.id());
        return mails.send(InvitationMail.order(invitation, caller.account()));
    }

    void cancel(Invitation invitation) {
        links.delete(invitation.id());
    }
}
