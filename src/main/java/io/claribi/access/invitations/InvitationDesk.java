package io.claribi.access.invitations;

import static io.claribi.access.invitations.InvitationError.OTHER_ACCOUNT;
import static io.claribi.http.HttpError.AUTHENTICATION_REQUIRED;
import static io.claribi.http.HttpError.INVALID_INPUT;

import io.claribi.access.Doors;
import io.claribi.access.invitations.InvitationLinks.Link;
import io.claribi.identity.Account;
import io.claribi.identity.Accounts;
import io.claribi.identity.Device;
import io.claribi.identity.Guests;
import io.claribi.identity.LogIns;
import io.claribi.identity.OpaqueToken;
import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.FieldError;
import io.claribi.secrets.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where people come with the link of an invitation; no organization is bound yet. */
@Component
public class InvitationDesk {
    private final InvitationLinks links;
    private final Offers offers;
    private final Acceptance acceptance;
    private final Doors doors;
    private final Accounts accounts;
    private final Guests guests;
    private final TransactionTemplate transaction;

    InvitationDesk(
            InvitationLinks links,
            Offers offers,
            Acceptance acceptance,
            Doors doors,
            Accounts accounts,
            Guests guests,
            TransactionTemplate transaction) {
        this.links = links;
        this.offers = offers;
        this.acceptance = acceptance;
        this.doors = doors;
        this.accounts = accounts;
        this.guests = guests;
        this.transaction = transaction;
    }

    /**
     * What the link offers.
     *
     * @throws AppException INVITATION_NOT_FOUND, INVITATION_ACCEPTED, INVITATION_EXPIRED, ORGANIZATION_DISABLED,
     *     ORGANIZATION_CLOSING
     */
    public Offer look(Secret token) {
        return look(link(token));
    }

    private Offer look(Link link) {
        if (!link.accepted()) {
            doors.check(link.organization(), false);
        }
        Offer offer = offers.find(link).orElseThrow(() -> gone(link));
        acceptance.checkTimely(offer.invitation());
        return offer;
    }

    /**
     * Makes the holder of the link a member: in a new account, or in the one of the invited address. The latter's owner is
     * logged in, or gives its password; whoever gives one is taken for nobody who may be logged in in that browser.
     *
     * @throws AppException what {@link #look} throws; INVITATION_VOID, ALREADY_MEMBER, PLAN_LIMIT_REACHED; OTHER_ACCOUNT;
     *     AUTHENTICATION_REQUIRED if the address has an account and nothing shows that it is theirs; and what
     *     {@link Guests} throws
     */
    public Accepted accept(Secret token, Optional<Caller> caller, Answer answer, Device device) {
        Link link = link(token);
        Offer offer = look(link);
        Consumer<Account> join = account -> acceptance.join(link, account);
        if (caller.isPresent() && answer.password() == null) {
            checkSame(accounts.get(caller.get().account()), offer);
            return new Accepted.Moved(guests.move(caller.get(), link.organization(), join));
        }
        if (!offer.hasAccount()) {
            return new Accepted.LoggedIn(guests.admit(newcomer(answer, offer), offer.organization(), device, join)
                    .orElseThrow(() -> taken(link)));
        }
        if (answer.password() == null) {
            throw hasAccount();
        }
        return new Accepted.LoggedIn(
                guests.logIn(offer.invitation().email(), answer.password(), link.organization(), device, join));
    }

    private Link link(Secret token) {
        return OpaqueToken.read(token)
                .flatMap(read -> transaction.execute(status -> links.find(read)))
                .orElseThrow(Acceptance::notFound);
    }

    private AppException gone(Link link) {
        return transaction.execute(status -> acceptance.gone(link));
    }

    /** Whose address became an account's meanwhile: by another acceptance of this, or otherwise. */
    private AppException taken(Link link) {
        return offers.find(link).isEmpty() ? gone(link) : hasAccount();
    }

    private static AppException hasAccount() {
        return new AppException(
                AUTHENTICATION_REQUIRED, "There is an account of the invited address. Log in to it to accept.");
    }

    private static void checkSame(Account account, Offer offer) {
        if (!account.email().isSameAs(offer.invitation().email())) {
            throw new AppException(
                    OTHER_ACCOUNT,
                    "This invitation is for %s, and you are logged in as %s. Log out first."
                            .formatted(
                                    offer.invitation().email().value(),
                                    account.email().value()));
        }
    }

    private static Guests.Newcomer newcomer(Answer answer, Offer offer) {
        if (answer.password() == null) {
            throw new AppException(
                    INVALID_INPUT, "Choose a password.", List.of(new FieldError("password", "is required")));
        }
        return new Guests.Newcomer(
                offer.invitation().email(), answer.password(), answer.firstName(), answer.lastName());
    }

    /** What somebody who is not logged in gives. */
    public record Answer(
            @Nullable Secret password,
            @Nullable String firstName,
            @Nullable String lastName) {}

    /** What comes of an acceptance. */
    public sealed interface Accepted {
        /** A session, or what is still wanted for one. */
        record LoggedIn(LogIns.Outcome outcome) implements Accepted {}

        /** The session that there was goes on in the organization. */
        record Moved(LogIns.Access access) implements Accepted {}
    }
}
