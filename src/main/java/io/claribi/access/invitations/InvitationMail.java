package io.claribi.access.invitations;

import io.claribi.access.invitations.InvitationLinks.Link;
import io.claribi.egress.Letter;
import io.claribi.egress.MailComposer;
import io.claribi.egress.MailOrder;
import io.claribi.http.WebLinks;
import io.claribi.identity.OpaqueToken;
import io.claribi.kernel.AccountId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings an invitation. The order names it alone; what it says, and its link, is of the moment in which it is sent. */
@Component
class InvitationMail implements MailComposer {
    private static final String INVITATION = "invitation";

    private final InvitationLinks links;
    private final Offers offers;
    private final WebLinks pages;

    InvitationMail(InvitationLinks links, Offers offers, WebLinks pages) {
        this.links = links;
        this.offers = offers;
        this.pages = pages;
    }

    /** @param sender whoever has it sent */
    static MailOrder order(Invitation invitation, AccountId sender) {
        return new MailOrder(
                INVITATION,
                invitation.email().value(),
                sender,
                Map.of(INVITATION, invitation.id().value().toString()));
    }

    @Override
    public String kind() {
        return INVITATION;
    }

    /** An organization could write to anybody by it. */
    @Override
    public int mostAnHour() {
        return 5;
    }

    /** As many as the largest plan has places, and half of that again. */
    @Override
    public int mostAnHourByAccount() {
        return 150;
    }

    @Override
    public Optional<Letter> compose(MailOrder order) {
        var invitation = new InvitationId(UUID.fromString(order.fact(INVITATION)));
        return links.find(invitation).flatMap(this::compose);
    }

    private Optional<Letter> compose(Link link) {
        return offers.findApart(link)
                .flatMap(offer -> links.mint(link.invitation()).map(token -> letter(offer, token)));
    }

    /** What people wrote stands as text, and as theirs. */
    private Letter letter(Offer offer, OpaqueToken token) {
        Letter letter = Letter.about("You are invited to %s".formatted(offer.organizationName()))
                .says("%s invites you to join the organization %s at clariBI."
                        .formatted(offer.inviterName(), offer.organizationName()))
                .tells("Invited by", offer.inviterEmail())
                .tells("Role", offer.invitation().role().title());
        String message = offer.invitation().message();
        if (message != null) {
            letter = letter.tells("Message", message);
        }
        return letter.leads("Accept the invitation", pages.to("/accept-invitation#token=" + open(token)))
                .closes("The link works once, for 7 days. If you don't know who invites you, do nothing.");
    }

    private static String open(OpaqueToken token) {
        return token.value().use(text -> text);
    }
}
