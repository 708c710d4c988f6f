package io.claribi.identity;

import static io.claribi.identity.IdentityError.BAD_CREDENTIALS;
import static io.claribi.identity.IdentityError.NO_ORGANIZATION;

import io.claribi.kernel.AccountId;
import io.claribi.kernel.AppException;
import io.claribi.kernel.OrganizationId;
import io.claribi.secrets.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts, and whether somebody is the one they say. */
@Component
public class Accounts {
    private final AccountStore store;
    private final PasswordHasher hasher;
    private final Reception reception;
    private final TransactionTemplate transaction;

    Accounts(AccountStore store, PasswordHasher hasher, Reception reception, TransactionTemplate transaction) {
        this.store = store;
        this.hasher = hasher;
        this.reception = reception;
        this.transaction = transaction;
    }

    /**
     * @throws IllegalStateException if there is no such account
     */
    public Account get(AccountId id) {
        return transaction
                .execute(status -> store.find(id))
                .orElseThrow(() -> new IllegalStateException("There is no account " + id.value()));
    }

    public Optional<Account> find(EmailAddress email) {
        return transaction.execute(status -> store.find(email));
    }

    /** Keeps log-ins to the account, and other changes of how it is proven, out until the transaction ends. */
    void lock(AccountId id) {
        store.lock(id);
    }

    /** Keeps changes of how the account is proven out until the transaction ends, which log-ins do. */
    void holdStill(AccountId id) {
        store.holdStill(id);
    }

    /** The account of an address, and what its password is checked with; empty if there is none. */
    Optional<AccountStore.Credentials> findCredentials(String email) {
        return EmailAddress.read(email)
                .flatMap(address -> transaction.execute(status -> store.findCredentials(address)));
    }

    /**
     * Whether the password is the account's; takes as long where there is no account. No transaction may be open while the
     * password is hashed.
     *
     * @throws AppException PASSWORD_WORK_BUSY
     */
    boolean isRight(Optional<AccountStore.Credentials> account, Secret password) {
        boolean right = hasher.matches(
                Passwords.isPlausible(password) ? password : Secret.of(""),
                account.map(AccountStore.Credentials::passwordHash).orElse(null));
        if (right) {
            account.ifPresent(credentials -> strengthen(credentials, password));
        }
        return right;
    }

    /** Only when a password is given can its hash be made anew with what hashing costs today. */
    private void strengthen(AccountStore.Credentials credentials, Secret password) {
        if (hasher.isWeak(credentials.passwordHash())) {
            String stronger = hasher.hash(password);
            transaction.executeWithoutResult(
                    status -> store.replaceHash(credentials.account().id(), credentials.passwordHash(), stronger));
        }
    }

    /**
     * The account on its way to the organization that it was last at work in, of those that let it in now. Where none does,
     * to the last one, which says why.
     *
     * @throws AppException NO_ORGANIZATION
     */
    Entrant entrant(Account account) {
        List<OrganizationId> latestFirst = listOrganizations(account.id());
        if (latestFirst.isEmpty()) {
            throw new AppException(
                    NO_ORGANIZATION,
                    "You don't belong to an organization any more. Ask for an invitation; your account stays.");
        }
        OrganizationId open = latestFirst.size() == 1
                ? latestFirst.getFirst()
                : latestFirst.stream()
                        .filter(organization -> reception.letsIn(account.id(), organization))
                        .findFirst()
                        .orElse(latestFirst.getFirst());
        return new Entrant(account, open);
    }

    /** The same of who has shown the account's password. */
    Entrant entrant(AccountStore.Credentials credentials) {
        return entrant(credentials.account()).withPasswordOf(credentials.passwordChangedAt());
    }

    /**
     * Keeps the password that somebody has shown from being changed until the transaction ends: a change ends the sessions
     * that were begun with it, and must not miss the one that is about to.
     *
     * @throws AppException BAD_CREDENTIALS if it was changed meanwhile
     */
    void hold(Entrant entrant) {
        Instant passwordOf = entrant.passwordOf();
        if (passwordOf != null && !store.holdPassword(entrant.account().id(), passwordOf)) {
            throw new AppException(BAD_CREDENTIALS, "The password was changed just now. Log in with the new one.");
        }
    }

    /** All organizations that the account is or was a member of, the latest used first. */
    public List<OrganizationId> listOrganizations(AccountId id) {
        return transaction.execute(status -> store.listOrganizations(id));
    }

    /**
     * The hash of a new password.
     *
     * @throws AppException PASSWORD_WORK_BUSY
     */
    String hash(Secret password) {
        return hasher.hash(password);
    }

    /** Does work that belongs to no organization. */
    void inTransaction(Runnable task) {
        transaction.executeWithoutResult(status -> task.run());
    }

    /** Gives the account another password, as part of the transaction around. */
    void setPassword(AccountId id, String hash) {
        store.setPassword(id, hash);
    }

    /** Whether this is the account's password. */
    boolean isPassword(AccountId id, Secret password) {
        return isRight(transaction.execute(status -> store.findCredentials(id)), password);
    }

    Optional<OrganizationId> findLatestOrganization(Account account) {
        return transaction.execute(status -> store.findLatestOrganization(account.id()));
    }

    /**
     * Somebody who may come in, and where to.
     *
     * @param factor the name of the second factor that was proven; absent if the account has none
     * @param passwordOf when the password that was shown became the account's; absent if it was not shown just now
     */
    record Entrant(
            Account account,
            OrganizationId organization,
            @Nullable String factor,
            @Nullable Instant passwordOf) {
        Entrant(Account account, OrganizationId organization) {
            this(account, organization, null, null);
        }

        Entrant with(String provenFactor) {
            return new Entrant(account, organization, provenFactor, passwordOf);
        }

        Entrant withPasswordOf(Instant moment) {
            return new Entrant(account, organization, factor, moment);
        }
    }
}
