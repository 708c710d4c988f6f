package io.claribi.access.ownership;

import static io.claribi.access.ownership.OwnershipChanged.Kind.DELETION_REQUESTED;
import static io.claribi.access.ownership.OwnershipChanged.Kind.DELETION_UNDONE;
import static io.claribi.access.ownership.OwnershipChanged.Kind.TRANSFERRED;
import static io.claribi.access.ownership.OwnershipChanged.Kind.TRANSFER_DECLINED;
import static io.claribi.access.ownership.OwnershipChanged.Kind.TRANSFER_REQUESTED;
import static io.claribi.access.ownership.OwnershipChanged.Kind.TRANSFER_WITHDRAWN;

import io.claribi.access.PersonName;
import io.claribi.identity.Account;
import io.claribi.tenancy.Organization;
import io.claribi.tenancy.Organizations;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the trail, and by mail those whom it is about, what happens to an organization; in the transaction around. */
@Component
class OwnershipNews {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Organizations organizations;
    private final OrganizationMail mail;
    private final ApplicationEventPublisher events;

    OwnershipNews(Organizations organizations, OrganizationMail mail, ApplicationEventPublisher events) {
        this.organizations = organizations;
        this.mail = mail;
        this.events = events;
    }

    void requested(OwnershipTransfer transfer) {
        Organization organization = organizations.get();
        tell(OwnershipChanged.of(TRANSFER_REQUESTED, organization, transfer.from(), transfer.to()));
        mail.send(transfer.to(), OrganizationNotice.TRANSFER_OFFERED, organization, PersonName.of(transfer.from()));
        mail.send(transfer.from(), OrganizationNotice.TRANSFER_REQUESTED, organization, PersonName.of(transfer.to()));
    }

    void withdrawn(OwnershipTransfer transfer) {
        tell(OwnershipChanged.of(TRANSFER_WITHDRAWN, organizations.get(), transfer.from(), transfer.to()));
    }

    void declined(OwnershipTransfer transfer) {
        Organization organization = organizations.get();
        tell(OwnershipChanged.of(TRANSFER_DECLINED, organization, transfer.from(), transfer.to()));
        mail.send(transfer.from(), OrganizationNotice.TRANSFER_DECLINED, organization, PersonName.of(transfer.to()));
    }

    void transferred(OwnershipTransfer transfer) {
        Organization organization = organizations.get();
        tell(OwnershipChanged.of(TRANSFERRED, organization, transfer.from(), transfer.to()));
        mail.send(transfer.to(), OrganizationNotice.NEW_OWNER, organization, PersonName.of(transfer.from()));
        mail.send(transfer.from(), OrganizationNotice.FORMER_OWNER, organization, PersonName.of(transfer.to()));
    }

    void closing(Account owner, Instant closesAt) {
        Organization organization = organizations.get();
        tell(new OwnershipChanged(DELETION_REQUESTED, organization, Map.of("closesAt", closesAt.toString())));
        mail.send(owner, OrganizationNotice.DELETION_REQUESTED, organization, TIME.format(closesAt));
    }

    void kept(Account owner) {
        Organization organization = organizations.get();
        tell(new OwnershipChanged(DELETION_UNDONE, organization, Map.of()));
        mail.send(owner, OrganizationNotice.DELETION_UNDONE, organization, "");
    }

    /** By mail alone: the trail goes as well. */
    void deleted(Account owner) {
        mail.send(owner, OrganizationNotice.DELETED, organizations.get(), "");
    }

    private void tell(OwnershipChanged event) {
        events.publishEvent(event);
    }
}
