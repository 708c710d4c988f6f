package io.claribi.identity;

import static io.claribi.identity.IdentityError.BAD_CREDENTIALS;
import static io.claribi.identity.IdentityError.NO_ORGANIZATION;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.secrets.Secret;
import io.claribi.tenancy.OrganizationWork;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts, and whether somebody is the one they say. */
@Component
public class Accounts {
    private static final Logger log = LoggerFactory.getLogger(Accounts.class);

    private final AccountStore store;
    private final PasswordHasher hasher;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final OrganizationWork work;

    Accounts(
            AccountStore store,
            PasswordHasher hasher,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            OrganizationWork work) {
        this.store = store;
        this.hasher = hasher;
        this.events = events;
        this.transaction = transaction;
        this.work = work;
    }

    /**
     * @throws IllegalStateException if there is no such account
     */
    public Account get(AccountId id) {
        return transaction
                .execute(status -> store.find(id))
                .orElseThrow(() -> new IllegalStateException("There is no account " + id.value()));
    }

    /**
     * The account of this pair, and the organization it goes to. Nothing, the time included, tells whether the address or
     * the password was wrong. No transaction is open while the password is hashed.
     *
     * @throws AppException BAD_CREDENTIALS, PASSWORD_WORK_BUSY or NO_ORGANIZATION
     */
    Entrant verify(String email, Secret password) {
        Optional<AccountStore.Credentials> known = EmailAddress.read(email)
                .flatMap(address -> transaction.execute(status -> store.findCredentials(address)));
        boolean plausible = Passwords.isPlausible(password);
        boolean right = hasher.matches(
                plausible ? password : Secret.of(""),
                known.map(AccountStore.Credentials::passwordHash).orElse(null));
        if (known.isEmpty() || !right) {
            known.ifPresentOrElse(
                    credentials -> tellOfFailure(credentials.account()),
                    () -> log.info("A log-in failed: no account has the address given"));
            throw new AppException(BAD_CREDENTIALS, "The e-mail address or the password is wrong.");
        }
        Account account = known.get().account();
        return latestOrganization(account)
                .map(organization -> new Entrant(account, organization))
                .orElseThrow(() -> new AppException(NO_ORGANIZATION, "You don't belong to an organization any more."));
    }

    /** Whether this is the account's password. */
    boolean isPassword(AccountId id, Secret password) {
        String hash = transaction
                .execute(status -> store.findPasswordHash(id))
                .orElseThrow(() -> new IllegalStateException("There is no account " + id.value()));
        return Passwords.isPlausible(password) && hasher.matches(password, hash);
    }

    private Optional<OrganizationId> latestOrganization(Account account) {
        return transaction.execute(status -> store.findLatestOrganization(account.id()));
    }

    /** Only the account's organization has a trail that could tell of it. */
    private void tellOfFailure(Account account) {
        latestOrganization(account)
                .ifPresent(organization -> work.run(organization, () -> events.publishEvent(new LoginFailed(account))));
    }

    /** Somebody who may come in, and where to. */
    record Entrant(Account account, OrganizationId organization) {}
}
