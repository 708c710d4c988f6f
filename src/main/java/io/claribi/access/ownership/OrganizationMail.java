package io.claribi.access.ownership;

import io.claribi.egress.Letter;
import io.claribi.egress.MailComposer;
import io.claribi.egress.MailOrder;
import io.claribi.egress.Mails;
import io.claribi.http.WebLinks;
import io.claribi.identity.Account;
import io.claribi.tenancy.Organization;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells people what happens to their organization. What it says is of the moment in which it happened. */
@Component
class OrganizationMail implements MailComposer {
    private static final String KIND = "organization_notice";

    private final WebLinks links;
    // Mails knows all composers, this one among them.
    private final ObjectProvider<Mails> mails;

    OrganizationMail(WebLinks links, ObjectProvider<Mails> mails) {
        this.links = links;
        this.mails = mails;
    }

    /**
     * As part of the transaction around.
     *
     * @param other who else it is about, or when
     */
    void send(Account recipient, OrganizationNotice notice, Organization organization, String other) {
        var facts = Map.of("notice", notice.name(), "organization", organization.name(), "other", other);
        mails.getObject().send(new MailOrder(KIND, recipient.email().value(), recipient.id(), facts));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** High: only the Owner causes them, and a flood must not hide one. */
    @Override
    public int mostAnHour() {
        return 50;
    }

    @Override
    public Optional<Letter> compose(MailOrder order) {
        OrganizationNotice notice = OrganizationNotice.valueOf(order.fact("notice"));
        String organization = order.fact("organization");
        String other = order.fact("other");
        Letter letter = Letter.about(notice.subject(other, organization)).says(notice.text(other, organization));
        return Optional.of(
                notice.page() == OrganizationNotice.Page.NONE
                        ? letter
                        : letter.leads(
                                "Open the settings", links.to(notice.page().path())));
    }
}
